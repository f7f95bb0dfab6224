/**
 * The image of the desk: Node's newest LTS on a slim system, as a user that may change nothing, and two files. Settings
 * come from outside; nothing of them is in the image.
 */
export function deskDockerfile(): string {
  return `# docker build -t clinc-desk dist/desk
# docker run --read-only --cap-drop ALL --env-file desk.env -p 127.0.0.1:8080:8080 clinc-desk
FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /desk
COPY server.mjs LICENCES.txt ./
COPY public ./public
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "fetch(\`http://127.0.0.1:\${process.env.PORT}/healthz\`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.mjs"]
`;
}
