/**
 * A picture for an address that is not asked: the page loads nothing from elsewhere. Each address has its own colours.
 *
 * @param address of the picture that a customer would see
 */
export function picture(address: string): string {
  const hue = HUES[sum(address) % HUES.length] ?? 210;
  const [path = ""] = address.split(/[?#]/, 1);
  const name = (path.split("/").at(-1) ?? "").replace(/\.\w+$/, "").slice(0, 24) || "picture";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" role="img">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop stop-color="hsl(${hue} 45% 88%)"/><stop offset="1" stop-color="hsl(${hue} 50% 74%)"/></linearGradient>
<linearGradient id="card" x1="0" y1="0" x2="1" y2="1"><stop stop-color="hsl(${hue} 55% 40%)"/><stop offset="1" stop-color="hsl(${hue + 20} 60% 22%)"/></linearGradient>
</defs>
<path fill="url(#sky)" d="M0 0h320v180H0z"/>
<circle cx="276" cy="22" r="74" fill="#fff" opacity=".22"/><circle cx="36" cy="172" r="62" fill="#fff" opacity=".16"/>
<g transform="rotate(-7 160 90)">
<rect x="75" y="43" width="170" height="102" rx="11" opacity=".16"/>
<rect x="75" y="37" width="170" height="102" rx="11" fill="url(#card)"/>
<rect x="91" y="66" width="26" height="20" rx="4" fill="#e8c872"/>
<g fill="#fff"><circle cx="211" cy="118" r="11" opacity=".55"/><circle cx="224" cy="118" r="11" opacity=".35"/>
<text x="91" y="58" font-family="system-ui, sans-serif" font-size="11" opacity=".92">${escaped(name)}</text>
<path opacity=".75" d="M91 102h22v4H91zM119 102h22v4h-22zM147 102h22v4h-22zM91 117h44v4H91z"/></g>
</g>
</svg>
`;
}

const HUES = [262, 192, 212, 38, 350, 168];

function sum(text: string): number {
  return [...text].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
