var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf, __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e2) {
    throw mod = 0, e2;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from == "object" || typeof from == "function")
    for (let key of __getOwnPropNames(from))
      !__hasOwnProp.call(to, key) && key !== except && __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: !0 }) : target,
  mod
));

// node_modules/rate-limiter-flexible/lib/RateLimiterAbstract.js
var require_RateLimiterAbstract = __commonJS({
  "node_modules/rate-limiter-flexible/lib/RateLimiterAbstract.js"(exports, module) {
    module.exports = class {
      /**
       *
       * @param opts Object {
       *   points: <required>, // Number of points (must be a number, can be negative)
       *   duration: <required>, // Per seconds (must be a non-negative number, 0 = never expires)
       *   blockDuration: 0, // Block if consumed more than points in current duration for blockDuration seconds
       *   execEvenly: false, // Execute allowed actions evenly over duration
       *   execEvenlyMinDelayMs: duration * 1000 / points, // ms, works with execEvenly=true option
       *   keyPrefix: 'rlflx',
       * }
       */
      constructor(opts = {}) {
        this.points = opts.points, this.duration = opts.duration, this.blockDuration = opts.blockDuration, this.execEvenly = opts.execEvenly, this.execEvenlyMinDelayMs = opts.execEvenlyMinDelayMs, this.keyPrefix = opts.keyPrefix;
      }
      get points() {
        return this._points;
      }
      set points(value) {
        if (Number.isFinite(value))
          this._points = value;
        else
          throw new Error("points must be set and must be a finite number");
      }
      get duration() {
        return this._duration;
      }
      set duration(value) {
        if (typeof value == "number" && Number.isFinite(value) && value >= 0)
          this._duration = value;
        else
          throw new Error("duration must be set and must be a finite, non-negative number");
      }
      get msDuration() {
        return this.duration * 1e3;
      }
      get blockDuration() {
        return this._blockDuration;
      }
      set blockDuration(value) {
        this._blockDuration = typeof value > "u" ? 0 : value;
      }
      get msBlockDuration() {
        return this.blockDuration * 1e3;
      }
      get execEvenly() {
        return this._execEvenly;
      }
      set execEvenly(value) {
        this._execEvenly = typeof value > "u" ? !1 : !!value;
      }
      get execEvenlyMinDelayMs() {
        return this._execEvenlyMinDelayMs === void 0 ? this._getExecEvenlyMinDelayMsDefault() : this._execEvenlyMinDelayMs;
      }
      set execEvenlyMinDelayMs(value) {
        this._execEvenlyMinDelayMs = value;
      }
      _getExecEvenlyMinDelayMsDefault() {
        return this.points > 0 ? Math.ceil(this.msDuration / this.points) : 0;
      }
      get keyPrefix() {
        return this._keyPrefix;
      }
      set keyPrefix(value) {
        if (typeof value > "u" && (value = "rlflx"), typeof value != "string")
          throw new Error("keyPrefix must be string");
        this._keyPrefix = value;
      }
      _getKeySecDuration(options = {}) {
        return options && options.customDuration >= 0 ? options.customDuration : this.duration;
      }
      getKey(key) {
        return this.keyPrefix.length > 0 ? `${this.keyPrefix}:${key}` : key;
      }
      parseKey(rlKey) {
        return this.keyPrefix.length > 0 ? rlKey.substring(this.keyPrefix.length + 1) : rlKey;
      }
      consume() {
        throw new Error("You have to implement the method 'consume'!");
      }
      penalty() {
        throw new Error("You have to implement the method 'penalty'!");
      }
      reward() {
        throw new Error("You have to implement the method 'reward'!");
      }
      get() {
        throw new Error("You have to implement the method 'get'!");
      }
      set() {
        throw new Error("You have to implement the method 'set'!");
      }
      block() {
        throw new Error("You have to implement the method 'block'!");
      }
      delete() {
        throw new Error("You have to implement the method 'delete'!");
      }
    };
  }
});

// node_modules/rate-limiter-flexible/lib/component/MemoryStorage/Record.js
var require_Record = __commonJS({
  "node_modules/rate-limiter-flexible/lib/component/MemoryStorage/Record.js"(exports, module) {
    module.exports = class {
      /**
       *
       * @param value int
       * @param expiresAt Number|Date
       * @param timeoutId
       */
      constructor(value, expiresAt, timeoutId = null) {
        this.value = value, this.expiresAt = expiresAt, this.timeoutId = timeoutId;
      }
      get value() {
        return this._value;
      }
      set value(value) {
        this._value = parseInt(value, 10);
      }
      get expiresAt() {
        return this._expiresAt;
      }
      set expiresAt(value) {
        value instanceof Date ? this._expiresAt = value.getTime() : this._expiresAt = value;
      }
      get timeoutId() {
        return this._timeoutId;
      }
      set timeoutId(value) {
        this._timeoutId = value;
      }
    };
  }
});

// node_modules/rate-limiter-flexible/lib/RateLimiterRes.js
var require_RateLimiterRes = __commonJS({
  "node_modules/rate-limiter-flexible/lib/RateLimiterRes.js"(exports, module) {
    module.exports = class {
      constructor(remainingPoints, msBeforeNext, consumedPoints, isFirstInDuration) {
        this.remainingPoints = typeof remainingPoints > "u" ? 0 : remainingPoints, this.msBeforeNext = typeof msBeforeNext > "u" ? 0 : msBeforeNext, this.consumedPoints = typeof consumedPoints > "u" ? 0 : consumedPoints, this.isFirstInDuration = typeof isFirstInDuration > "u" ? !1 : isFirstInDuration;
      }
      get msBeforeNext() {
        return this._msBeforeNext;
      }
      set msBeforeNext(ms) {
        return this._msBeforeNext = ms, this;
      }
      get remainingPoints() {
        return this._remainingPoints;
      }
      set remainingPoints(p) {
        return this._remainingPoints = p, this;
      }
      get consumedPoints() {
        return this._consumedPoints;
      }
      set consumedPoints(p) {
        return this._consumedPoints = p, this;
      }
      get isFirstInDuration() {
        return this._isFirstInDuration;
      }
      set isFirstInDuration(value) {
        this._isFirstInDuration = !!value;
      }
      _getDecoratedProperties() {
        return {
          remainingPoints: this.remainingPoints,
          msBeforeNext: this.msBeforeNext,
          consumedPoints: this.consumedPoints,
          isFirstInDuration: this.isFirstInDuration
        };
      }
      [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
        return this._getDecoratedProperties();
      }
      toString() {
        return JSON.stringify(this._getDecoratedProperties());
      }
      toJSON() {
        return this._getDecoratedProperties();
      }
    };
  }
});

// node_modules/rate-limiter-flexible/lib/component/MemoryStorage/MemoryStorage.js
var require_MemoryStorage = __commonJS({
  "node_modules/rate-limiter-flexible/lib/component/MemoryStorage/MemoryStorage.js"(exports, module) {
    var Record = require_Record(), RateLimiterRes = require_RateLimiterRes();
    module.exports = class {
      constructor() {
        this._storage = /* @__PURE__ */ new Map();
      }
      incrby(key, value, durationSec) {
        let record3 = this._storage.get(key);
        if (record3) {
          let msBeforeExpires = record3.expiresAt ? record3.expiresAt - Date.now() : -1;
          return !record3.expiresAt || msBeforeExpires > 0 ? (record3.value = record3.value + value, new RateLimiterRes(0, msBeforeExpires, record3.value, !1)) : this.set(key, value, durationSec);
        }
        return this.set(key, value, durationSec);
      }
      set(key, value, durationSec) {
        let durationMs = durationSec * 1e3, existingRecord = this._storage.get(key);
        existingRecord && existingRecord.timeoutId && clearTimeout(existingRecord.timeoutId);
        let record3 = new Record(
          value,
          durationMs > 0 ? Date.now() + durationMs : null
        );
        return this._storage.set(key, record3), durationMs > 0 && (record3.timeoutId = setTimeout(() => {
          this._storage.delete(key);
        }, durationMs), record3.timeoutId.unref && record3.timeoutId.unref()), new RateLimiterRes(0, durationMs === 0 ? -1 : durationMs, record3.value, !0);
      }
      /**
       *
       * @param key
       * @returns {*}
       */
      get(key) {
        let record3 = this._storage.get(key);
        if (record3) {
          let msBeforeExpires = record3.expiresAt ? record3.expiresAt - Date.now() : -1;
          return new RateLimiterRes(0, msBeforeExpires, record3.value, !1);
        }
        return null;
      }
      /**
       *
       * @param key
       * @returns {boolean}
       */
      delete(key) {
        let record3 = this._storage.get(key);
        return record3 ? (record3.timeoutId && clearTimeout(record3.timeoutId), this._storage.delete(key), !0) : !1;
      }
      /**
       * @internal
       * @param key
       * @param value
       * @param expiresAt
       */
      _restoreRecord(key, value, expiresAt) {
        let now2 = Date.now(), hasExpiresAt = expiresAt !== null;
        if (hasExpiresAt && !Number.isFinite(expiresAt) || hasExpiresAt && expiresAt <= now2)
          return;
        let durationMs = hasExpiresAt ? expiresAt - now2 : 0, existingRecord = this._storage.get(key);
        existingRecord && existingRecord.timeoutId && clearTimeout(existingRecord.timeoutId);
        let record3 = new Record(
          value,
          expiresAt
        );
        this._storage.set(key, record3), durationMs > 0 && (record3.timeoutId = setTimeout(() => {
          this._storage.delete(key);
        }, durationMs), record3.timeoutId.unref && record3.timeoutId.unref());
      }
    };
  }
});

// node_modules/rate-limiter-flexible/lib/RateLimiterMemory.js
var require_RateLimiterMemory = __commonJS({
  "node_modules/rate-limiter-flexible/lib/RateLimiterMemory.js"(exports, module) {
    var RateLimiterAbstract = require_RateLimiterAbstract(), MemoryStorage = require_MemoryStorage(), RateLimiterRes = require_RateLimiterRes(), RateLimiterMemory2 = class extends RateLimiterAbstract {
      constructor(opts = {}) {
        super(opts), this._memoryStorage = new MemoryStorage();
      }
      /**
       *
       * @param key
       * @param pointsToConsume
       * @param {Object} options
       * @returns {Promise<RateLimiterRes>}
       */
      consume(key, pointsToConsume = 1, options = {}) {
        return new Promise((resolve, reject) => {
          let rlKey = this.getKey(key), secDuration = this._getKeySecDuration(options), res = this._memoryStorage.incrby(rlKey, pointsToConsume, secDuration);
          if (res.remainingPoints = Math.max(this.points - res.consumedPoints, 0), res.consumedPoints > this.points)
            this.blockDuration > 0 && res.consumedPoints <= this.points + pointsToConsume && (res = this._memoryStorage.set(rlKey, res.consumedPoints, this.blockDuration)), reject(res);
          else if (this.execEvenly && this.points > 0 && res.msBeforeNext > 0 && !res.isFirstInDuration) {
            let delay = Math.ceil(res.msBeforeNext / (res.remainingPoints + 2));
            delay < this.execEvenlyMinDelayMs && (delay = res.consumedPoints * this.execEvenlyMinDelayMs), res.msBeforeNext = Math.max(res.msBeforeNext - delay, 0), setTimeout(resolve, delay, res);
          } else
            resolve(res);
        });
      }
      penalty(key, points = 1, options = {}) {
        let rlKey = this.getKey(key);
        return new Promise((resolve) => {
          let secDuration = this._getKeySecDuration(options), res = this._memoryStorage.incrby(rlKey, points, secDuration);
          res.remainingPoints = Math.max(this.points - res.consumedPoints, 0), resolve(res);
        });
      }
      reward(key, points = 1, options = {}) {
        let rlKey = this.getKey(key);
        return new Promise((resolve) => {
          let secDuration = this._getKeySecDuration(options), res = this._memoryStorage.incrby(rlKey, -points, secDuration);
          res.remainingPoints = Math.max(this.points - res.consumedPoints, 0), resolve(res);
        });
      }
      /**
       * Block any key for secDuration seconds
       *
       * @param key
       * @param secDuration
       */
      block(key, secDuration) {
        let msDuration = secDuration * 1e3, initPoints = this.points + 1;
        return this._memoryStorage.set(this.getKey(key), initPoints, secDuration), Promise.resolve(
          new RateLimiterRes(0, msDuration === 0 ? -1 : msDuration, initPoints)
        );
      }
      set(key, points, secDuration) {
        let msDuration = (secDuration >= 0 ? secDuration : this.duration) * 1e3;
        return this._memoryStorage.set(this.getKey(key), points, secDuration), Promise.resolve(
          new RateLimiterRes(0, msDuration === 0 ? -1 : msDuration, points)
        );
      }
      get(key) {
        let res = this._memoryStorage.get(this.getKey(key));
        return res !== null && (res.remainingPoints = Math.max(this.points - res.consumedPoints, 0)), Promise.resolve(res);
      }
      delete(key) {
        return Promise.resolve(this._memoryStorage.delete(this.getKey(key)));
      }
      dump() {
        let storage = [];
        for (let [key, record3] of this._memoryStorage._storage)
          storage.push({
            key: this.parseKey(key),
            value: record3.value,
            expiresAt: record3.expiresAt
          });
        return {
          version: 1,
          dumpedAt: Date.now(),
          storage
        };
      }
      /**
       * Restores rate-limiter state from a previously dumped snapshot.
       *
       * Each entry is classified into one of three buckets:
       *  - **invalid**  – the item is not an object or has a malformed schema (bad key, value or expiry type).
       *  - **expired**  – the item has logically expired based on current timestamp.
       *  - **restored** – the item was valid and successfully loaded into storage.
       *
       * @param {Object}  data            - Snapshot produced by {@link dump}.
       * @param {boolean} [detailResponse=false] - When `true`, each bucket also
       *   carries a `keys` array listing every affected key.
       * @returns {{ invalid, expired, restored } | undefined} Summary counts (and
       *   optionally keys).  Returns `undefined` when `data` fails schema checks.
       */
      restore(data, detailResponse = !1) {
        if (!data || typeof data != "object" || data.version !== 1)
          return;
        let response = detailResponse ? {
          invalid: { count: 0, keys: [] },
          expired: { count: 0, keys: [] },
          restored: { count: 0, keys: [] }
        } : { invalid: 0, expired: 0, restored: 0 }, record3 = (bucket, key) => {
          detailResponse ? (response[bucket].count += 1, response[bucket].keys.push(key)) : response[bucket] += 1;
        };
        if (!Array.isArray(data.storage))
          return response;
        for (let item of data.storage) {
          if (!item || typeof item != "object") {
            record3("invalid", "N/A");
            continue;
          }
          let isValidKey = typeof item.key == "string" || typeof item.key == "number", isValidValue = Number.isFinite(item.value), isValidExpiry = item.expiresAt === null || Number.isFinite(item.expiresAt);
          if (!isValidKey || !isValidValue || !isValidExpiry) {
            record3("invalid", item.key);
            continue;
          }
          if (item.expiresAt !== null && item.expiresAt <= Date.now()) {
            record3("expired", item.key);
            continue;
          }
          this._memoryStorage._restoreRecord(this.getKey(item.key), item.value, item.expiresAt), record3("restored", item.key);
        }
        return response;
      }
    };
    module.exports = RateLimiterMemory2;
  }
});

// node_modules/rate-limiter-flexible/index.js
var require_rate_limiter_flexible = __commonJS({
  "node_modules/rate-limiter-flexible/index.js"(exports, module) {
    module.exports = { RateLimiterMemory: require_RateLimiterMemory() };
  }
});

// node_modules/forwarded/index.js
var require_forwarded = __commonJS({
  "node_modules/forwarded/index.js"(exports, module) {
    "use strict";
    module.exports = forwarded;
    function forwarded(req) {
      if (!req)
        throw new TypeError("argument req is required");
      var proxyAddrs = parse3(req.headers["x-forwarded-for"] || ""), socketAddr = getSocketAddr(req), addrs = [socketAddr].concat(proxyAddrs);
      return addrs;
    }
    function getSocketAddr(req) {
      return req.socket ? req.socket.remoteAddress : req.connection.remoteAddress;
    }
    function parse3(header) {
      for (var end = header.length, list2 = [], start = header.length, i = header.length - 1; i >= 0; i--)
        switch (header.charCodeAt(i)) {
          case 32:
            start === end && (start = end = i);
            break;
          case 44:
            start !== end && list2.push(header.substring(start, end)), start = end = i;
            break;
          default:
            start = i;
            break;
        }
      return start !== end && list2.push(header.substring(start, end)), list2;
    }
  }
});

// node_modules/ipaddr.js/lib/ipaddr.js
var require_ipaddr = __commonJS({
  "node_modules/ipaddr.js/lib/ipaddr.js"(exports, module) {
    (function() {
      var expandIPv6, ipaddr, ipv4Part, ipv4Regexes, ipv6Part, ipv6Regexes, matchCIDR, root, zoneIndex;
      ipaddr = {}, root = this, typeof module < "u" && module !== null && module.exports ? module.exports = ipaddr : root.ipaddr = ipaddr, matchCIDR = function(first, second, partSize, cidrBits) {
        var part, shift;
        if (first.length !== second.length)
          throw new Error("ipaddr: cannot match CIDR for objects with different lengths");
        for (part = 0; cidrBits > 0; ) {
          if (shift = partSize - cidrBits, shift < 0 && (shift = 0), first[part] >> shift !== second[part] >> shift)
            return !1;
          cidrBits -= partSize, part += 1;
        }
        return !0;
      }, ipaddr.subnetMatch = function(address2, rangeList, defaultName) {
        var k2, len, rangeName, rangeSubnets, subnet;
        defaultName == null && (defaultName = "unicast");
        for (rangeName in rangeList)
          for (rangeSubnets = rangeList[rangeName], rangeSubnets[0] && !(rangeSubnets[0] instanceof Array) && (rangeSubnets = [rangeSubnets]), k2 = 0, len = rangeSubnets.length; k2 < len; k2++)
            if (subnet = rangeSubnets[k2], address2.kind() === subnet[0].kind() && address2.match.apply(address2, subnet))
              return rangeName;
        return defaultName;
      }, ipaddr.IPv4 = (function() {
        function IPv4(octets) {
          var k2, len, octet;
          if (octets.length !== 4)
            throw new Error("ipaddr: ipv4 octet count should be 4");
          for (k2 = 0, len = octets.length; k2 < len; k2++)
            if (octet = octets[k2], !(0 <= octet && octet <= 255))
              throw new Error("ipaddr: ipv4 octet should fit in 8 bits");
          this.octets = octets;
        }
        return IPv4.prototype.kind = function() {
          return "ipv4";
        }, IPv4.prototype.toString = function() {
          return this.octets.join(".");
        }, IPv4.prototype.toNormalizedString = function() {
          return this.toString();
        }, IPv4.prototype.toByteArray = function() {
          return this.octets.slice(0);
        }, IPv4.prototype.match = function(other, cidrRange) {
          var ref;
          if (cidrRange === void 0 && (ref = other, other = ref[0], cidrRange = ref[1]), other.kind() !== "ipv4")
            throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");
          return matchCIDR(this.octets, other.octets, 8, cidrRange);
        }, IPv4.prototype.SpecialRanges = {
          unspecified: [[new IPv4([0, 0, 0, 0]), 8]],
          broadcast: [[new IPv4([255, 255, 255, 255]), 32]],
          multicast: [[new IPv4([224, 0, 0, 0]), 4]],
          linkLocal: [[new IPv4([169, 254, 0, 0]), 16]],
          loopback: [[new IPv4([127, 0, 0, 0]), 8]],
          carrierGradeNat: [[new IPv4([100, 64, 0, 0]), 10]],
          private: [[new IPv4([10, 0, 0, 0]), 8], [new IPv4([172, 16, 0, 0]), 12], [new IPv4([192, 168, 0, 0]), 16]],
          reserved: [[new IPv4([192, 0, 0, 0]), 24], [new IPv4([192, 0, 2, 0]), 24], [new IPv4([192, 88, 99, 0]), 24], [new IPv4([198, 51, 100, 0]), 24], [new IPv4([203, 0, 113, 0]), 24], [new IPv4([240, 0, 0, 0]), 4]]
        }, IPv4.prototype.range = function() {
          return ipaddr.subnetMatch(this, this.SpecialRanges);
        }, IPv4.prototype.toIPv4MappedAddress = function() {
          return ipaddr.IPv6.parse("::ffff:" + this.toString());
        }, IPv4.prototype.prefixLengthFromSubnetMask = function() {
          var cidr, i, k2, octet, stop, zeros, zerotable;
          for (zerotable = {
            0: 8,
            128: 7,
            192: 6,
            224: 5,
            240: 4,
            248: 3,
            252: 2,
            254: 1,
            255: 0
          }, cidr = 0, stop = !1, i = k2 = 3; k2 >= 0; i = k2 += -1)
            if (octet = this.octets[i], octet in zerotable) {
              if (zeros = zerotable[octet], stop && zeros !== 0)
                return null;
              zeros !== 8 && (stop = !0), cidr += zeros;
            } else
              return null;
          return 32 - cidr;
        }, IPv4;
      })(), ipv4Part = "(0?\\d+|0x[a-f0-9]+)", ipv4Regexes = {
        fourOctet: new RegExp("^" + ipv4Part + "\\." + ipv4Part + "\\." + ipv4Part + "\\." + ipv4Part + "$", "i"),
        longValue: new RegExp("^" + ipv4Part + "$", "i")
      }, ipaddr.IPv4.parser = function(string3) {
        var match2, parseIntAuto, part, shift, value;
        if (parseIntAuto = function(string4) {
          return string4[0] === "0" && string4[1] !== "x" ? parseInt(string4, 8) : parseInt(string4);
        }, match2 = string3.match(ipv4Regexes.fourOctet))
          return (function() {
            var k2, len, ref, results;
            for (ref = match2.slice(1, 6), results = [], k2 = 0, len = ref.length; k2 < len; k2++)
              part = ref[k2], results.push(parseIntAuto(part));
            return results;
          })();
        if (match2 = string3.match(ipv4Regexes.longValue)) {
          if (value = parseIntAuto(match2[1]), value > 4294967295 || value < 0)
            throw new Error("ipaddr: address outside defined range");
          return (function() {
            var k2, results;
            for (results = [], shift = k2 = 0; k2 <= 24; shift = k2 += 8)
              results.push(value >> shift & 255);
            return results;
          })().reverse();
        } else
          return null;
      }, ipaddr.IPv6 = (function() {
        function IPv6(parts, zoneId) {
          var i, k2, l, len, part, ref;
          if (parts.length === 16)
            for (this.parts = [], i = k2 = 0; k2 <= 14; i = k2 += 2)
              this.parts.push(parts[i] << 8 | parts[i + 1]);
          else if (parts.length === 8)
            this.parts = parts;
          else
            throw new Error("ipaddr: ipv6 part count should be 8 or 16");
          for (ref = this.parts, l = 0, len = ref.length; l < len; l++)
            if (part = ref[l], !(0 <= part && part <= 65535))
              throw new Error("ipaddr: ipv6 part should fit in 16 bits");
          zoneId && (this.zoneId = zoneId);
        }
        return IPv6.prototype.kind = function() {
          return "ipv6";
        }, IPv6.prototype.toString = function() {
          return this.toNormalizedString().replace(/((^|:)(0(:|$))+)/, "::");
        }, IPv6.prototype.toRFC5952String = function() {
          var bestMatchIndex, bestMatchLength, match2, regex, string3;
          for (regex = /((^|:)(0(:|$)){2,})/g, string3 = this.toNormalizedString(), bestMatchIndex = 0, bestMatchLength = -1; match2 = regex.exec(string3); )
            match2[0].length > bestMatchLength && (bestMatchIndex = match2.index, bestMatchLength = match2[0].length);
          return bestMatchLength < 0 ? string3 : string3.substring(0, bestMatchIndex) + "::" + string3.substring(bestMatchIndex + bestMatchLength);
        }, IPv6.prototype.toByteArray = function() {
          var bytes, k2, len, part, ref;
          for (bytes = [], ref = this.parts, k2 = 0, len = ref.length; k2 < len; k2++)
            part = ref[k2], bytes.push(part >> 8), bytes.push(part & 255);
          return bytes;
        }, IPv6.prototype.toNormalizedString = function() {
          var addr, part, suffix;
          return addr = (function() {
            var k2, len, ref, results;
            for (ref = this.parts, results = [], k2 = 0, len = ref.length; k2 < len; k2++)
              part = ref[k2], results.push(part.toString(16));
            return results;
          }).call(this).join(":"), suffix = "", this.zoneId && (suffix = "%" + this.zoneId), addr + suffix;
        }, IPv6.prototype.toFixedLengthString = function() {
          var addr, part, suffix;
          return addr = (function() {
            var k2, len, ref, results;
            for (ref = this.parts, results = [], k2 = 0, len = ref.length; k2 < len; k2++)
              part = ref[k2], results.push(part.toString(16).padStart(4, "0"));
            return results;
          }).call(this).join(":"), suffix = "", this.zoneId && (suffix = "%" + this.zoneId), addr + suffix;
        }, IPv6.prototype.match = function(other, cidrRange) {
          var ref;
          if (cidrRange === void 0 && (ref = other, other = ref[0], cidrRange = ref[1]), other.kind() !== "ipv6")
            throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");
          return matchCIDR(this.parts, other.parts, 16, cidrRange);
        }, IPv6.prototype.SpecialRanges = {
          unspecified: [new IPv6([0, 0, 0, 0, 0, 0, 0, 0]), 128],
          linkLocal: [new IPv6([65152, 0, 0, 0, 0, 0, 0, 0]), 10],
          multicast: [new IPv6([65280, 0, 0, 0, 0, 0, 0, 0]), 8],
          loopback: [new IPv6([0, 0, 0, 0, 0, 0, 0, 1]), 128],
          uniqueLocal: [new IPv6([64512, 0, 0, 0, 0, 0, 0, 0]), 7],
          ipv4Mapped: [new IPv6([0, 0, 0, 0, 0, 65535, 0, 0]), 96],
          rfc6145: [new IPv6([0, 0, 0, 0, 65535, 0, 0, 0]), 96],
          rfc6052: [new IPv6([100, 65435, 0, 0, 0, 0, 0, 0]), 96],
          "6to4": [new IPv6([8194, 0, 0, 0, 0, 0, 0, 0]), 16],
          teredo: [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 32],
          reserved: [[new IPv6([8193, 3512, 0, 0, 0, 0, 0, 0]), 32]]
        }, IPv6.prototype.range = function() {
          return ipaddr.subnetMatch(this, this.SpecialRanges);
        }, IPv6.prototype.isIPv4MappedAddress = function() {
          return this.range() === "ipv4Mapped";
        }, IPv6.prototype.toIPv4Address = function() {
          var high, low, ref;
          if (!this.isIPv4MappedAddress())
            throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");
          return ref = this.parts.slice(-2), high = ref[0], low = ref[1], new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
        }, IPv6.prototype.prefixLengthFromSubnetMask = function() {
          var cidr, i, k2, part, stop, zeros, zerotable;
          for (zerotable = {
            0: 16,
            32768: 15,
            49152: 14,
            57344: 13,
            61440: 12,
            63488: 11,
            64512: 10,
            65024: 9,
            65280: 8,
            65408: 7,
            65472: 6,
            65504: 5,
            65520: 4,
            65528: 3,
            65532: 2,
            65534: 1,
            65535: 0
          }, cidr = 0, stop = !1, i = k2 = 7; k2 >= 0; i = k2 += -1)
            if (part = this.parts[i], part in zerotable) {
              if (zeros = zerotable[part], stop && zeros !== 0)
                return null;
              zeros !== 16 && (stop = !0), cidr += zeros;
            } else
              return null;
          return 128 - cidr;
        }, IPv6;
      })(), ipv6Part = "(?:[0-9a-f]+::?)+", zoneIndex = "%[0-9a-z]{1,}", ipv6Regexes = {
        zoneIndex: new RegExp(zoneIndex, "i"),
        native: new RegExp("^(::)?(" + ipv6Part + ")?([0-9a-f]+)?(::)?(" + zoneIndex + ")?$", "i"),
        transitional: new RegExp("^((?:" + ipv6Part + ")|(?:::)(?:" + ipv6Part + ")?)" + (ipv4Part + "\\." + ipv4Part + "\\." + ipv4Part + "\\." + ipv4Part) + ("(" + zoneIndex + ")?$"), "i")
      }, expandIPv6 = function(string3, parts) {
        var colonCount, lastColon, part, replacement, replacementCount, zoneId;
        if (string3.indexOf("::") !== string3.lastIndexOf("::"))
          return null;
        for (zoneId = (string3.match(ipv6Regexes.zoneIndex) || [])[0], zoneId && (zoneId = zoneId.substring(1), string3 = string3.replace(/%.+$/, "")), colonCount = 0, lastColon = -1; (lastColon = string3.indexOf(":", lastColon + 1)) >= 0; )
          colonCount++;
        if (string3.substr(0, 2) === "::" && colonCount--, string3.substr(-2, 2) === "::" && colonCount--, colonCount > parts)
          return null;
        for (replacementCount = parts - colonCount, replacement = ":"; replacementCount--; )
          replacement += "0:";
        return string3 = string3.replace("::", replacement), string3[0] === ":" && (string3 = string3.slice(1)), string3[string3.length - 1] === ":" && (string3 = string3.slice(0, -1)), parts = (function() {
          var k2, len, ref, results;
          for (ref = string3.split(":"), results = [], k2 = 0, len = ref.length; k2 < len; k2++)
            part = ref[k2], results.push(parseInt(part, 16));
          return results;
        })(), {
          parts,
          zoneId
        };
      }, ipaddr.IPv6.parser = function(string3) {
        var addr, k2, len, match2, octet, octets, zoneId;
        if (ipv6Regexes.native.test(string3))
          return expandIPv6(string3, 8);
        if ((match2 = string3.match(ipv6Regexes.transitional)) && (zoneId = match2[6] || "", addr = expandIPv6(match2[1].slice(0, -1) + zoneId, 6), addr.parts)) {
          for (octets = [parseInt(match2[2]), parseInt(match2[3]), parseInt(match2[4]), parseInt(match2[5])], k2 = 0, len = octets.length; k2 < len; k2++)
            if (octet = octets[k2], !(0 <= octet && octet <= 255))
              return null;
          return addr.parts.push(octets[0] << 8 | octets[1]), addr.parts.push(octets[2] << 8 | octets[3]), {
            parts: addr.parts,
            zoneId: addr.zoneId
          };
        }
        return null;
      }, ipaddr.IPv4.isIPv4 = ipaddr.IPv6.isIPv6 = function(string3) {
        return this.parser(string3) !== null;
      }, ipaddr.IPv4.isValid = function(string3) {
        var e2;
        try {
          return new this(this.parser(string3)), !0;
        } catch (error1) {
          return e2 = error1, !1;
        }
      }, ipaddr.IPv4.isValidFourPartDecimal = function(string3) {
        return !!(ipaddr.IPv4.isValid(string3) && string3.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/));
      }, ipaddr.IPv6.isValid = function(string3) {
        var addr, e2;
        if (typeof string3 == "string" && string3.indexOf(":") === -1)
          return !1;
        try {
          return addr = this.parser(string3), new this(addr.parts, addr.zoneId), !0;
        } catch (error1) {
          return e2 = error1, !1;
        }
      }, ipaddr.IPv4.parse = function(string3) {
        var parts;
        if (parts = this.parser(string3), parts === null)
          throw new Error("ipaddr: string is not formatted like ip address");
        return new this(parts);
      }, ipaddr.IPv6.parse = function(string3) {
        var addr;
        if (addr = this.parser(string3), addr.parts === null)
          throw new Error("ipaddr: string is not formatted like ip address");
        return new this(addr.parts, addr.zoneId);
      }, ipaddr.IPv4.parseCIDR = function(string3) {
        var maskLength, match2, parsed;
        if ((match2 = string3.match(/^(.+)\/(\d+)$/)) && (maskLength = parseInt(match2[2]), maskLength >= 0 && maskLength <= 32))
          return parsed = [this.parse(match2[1]), maskLength], Object.defineProperty(parsed, "toString", {
            value: function() {
              return this.join("/");
            }
          }), parsed;
        throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range");
      }, ipaddr.IPv4.subnetMaskFromPrefixLength = function(prefix) {
        var filledOctetCount, j2, octets;
        if (prefix = parseInt(prefix), prefix < 0 || prefix > 32)
          throw new Error("ipaddr: invalid IPv4 prefix length");
        for (octets = [0, 0, 0, 0], j2 = 0, filledOctetCount = Math.floor(prefix / 8); j2 < filledOctetCount; )
          octets[j2] = 255, j2++;
        return filledOctetCount < 4 && (octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8), new this(octets);
      }, ipaddr.IPv4.broadcastAddressFromCIDR = function(string3) {
        var cidr, error, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string3), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0; i < 4; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255), i++;
          return new this(octets);
        } catch (error1) {
          throw error = error1, new Error("ipaddr: the address does not have IPv4 CIDR format");
        }
      }, ipaddr.IPv4.networkAddressFromCIDR = function(string3) {
        var cidr, error, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string3), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0; i < 4; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
          return new this(octets);
        } catch (error1) {
          throw error = error1, new Error("ipaddr: the address does not have IPv4 CIDR format");
        }
      }, ipaddr.IPv6.parseCIDR = function(string3) {
        var maskLength, match2, parsed;
        if ((match2 = string3.match(/^(.+)\/(\d+)$/)) && (maskLength = parseInt(match2[2]), maskLength >= 0 && maskLength <= 128))
          return parsed = [this.parse(match2[1]), maskLength], Object.defineProperty(parsed, "toString", {
            value: function() {
              return this.join("/");
            }
          }), parsed;
        throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
      }, ipaddr.isValid = function(string3) {
        return ipaddr.IPv6.isValid(string3) || ipaddr.IPv4.isValid(string3);
      }, ipaddr.parse = function(string3) {
        if (ipaddr.IPv6.isValid(string3))
          return ipaddr.IPv6.parse(string3);
        if (ipaddr.IPv4.isValid(string3))
          return ipaddr.IPv4.parse(string3);
        throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
      }, ipaddr.parseCIDR = function(string3) {
        var e2;
        try {
          return ipaddr.IPv6.parseCIDR(string3);
        } catch (error1) {
          e2 = error1;
          try {
            return ipaddr.IPv4.parseCIDR(string3);
          } catch (error12) {
            throw e2 = error12, new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format");
          }
        }
      }, ipaddr.fromByteArray = function(bytes) {
        var length2;
        if (length2 = bytes.length, length2 === 4)
          return new ipaddr.IPv4(bytes);
        if (length2 === 16)
          return new ipaddr.IPv6(bytes);
        throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address");
      }, ipaddr.process = function(string3) {
        var addr;
        return addr = this.parse(string3), addr.kind() === "ipv6" && addr.isIPv4MappedAddress() ? addr.toIPv4Address() : addr;
      };
    }).call(exports);
  }
});

// node_modules/proxy-addr/index.js
var require_proxy_addr = __commonJS({
  "node_modules/proxy-addr/index.js"(exports, module) {
    "use strict";
    module.exports = proxyaddr;
    module.exports.all = alladdrs;
    module.exports.compile = compile;
    var forwarded = require_forwarded(), ipaddr = require_ipaddr(), DIGIT_REGEXP = /^[0-9]+$/, isip = ipaddr.isValid, parseip = ipaddr.parse, IP_RANGES = {
      linklocal: ["169.254.0.0/16", "fe80::/10"],
      loopback: ["127.0.0.1/8", "::1/128"],
      uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]
    };
    function alladdrs(req, trust) {
      var addrs = forwarded(req);
      if (!trust)
        return addrs;
      typeof trust != "function" && (trust = compile(trust));
      for (var i = 0; i < addrs.length - 1; i++)
        trust(addrs[i], i) || (addrs.length = i + 1);
      return addrs;
    }
    function compile(val) {
      if (!val)
        throw new TypeError("argument is required");
      var trust;
      if (typeof val == "string")
        trust = [val];
      else if (Array.isArray(val))
        trust = val.slice();
      else
        throw new TypeError("unsupported trust argument");
      for (var i = 0; i < trust.length; i++)
        val = trust[i], Object.prototype.hasOwnProperty.call(IP_RANGES, val) && (val = IP_RANGES[val], trust.splice.apply(trust, [i, 1].concat(val)), i += val.length - 1);
      return compileTrust(compileRangeSubnets(trust));
    }
    function compileRangeSubnets(arr) {
      for (var rangeSubnets = new Array(arr.length), i = 0; i < arr.length; i++)
        rangeSubnets[i] = parseipNotation(arr[i]);
      return rangeSubnets;
    }
    function compileTrust(rangeSubnets) {
      var len = rangeSubnets.length;
      return len === 0 ? trustNone : len === 1 ? trustSingle(rangeSubnets[0]) : trustMulti(rangeSubnets);
    }
    function parseipNotation(note2) {
      var pos = note2.lastIndexOf("/"), str = pos !== -1 ? note2.substring(0, pos) : note2;
      if (!isip(str))
        throw new TypeError("invalid IP address: " + str);
      var ip = parseip(str);
      pos === -1 && ip.kind() === "ipv6" && ip.isIPv4MappedAddress() && (ip = ip.toIPv4Address());
      var max = ip.kind() === "ipv6" ? 128 : 32, range = pos !== -1 ? note2.substring(pos + 1, note2.length) : null;
      if (range === null ? range = max : DIGIT_REGEXP.test(range) ? range = parseInt(range, 10) : ip.kind() === "ipv4" && isip(range) ? range = parseNetmask(range) : range = null, range <= 0 || range > max)
        throw new TypeError("invalid range on address: " + note2);
      return [ip, range];
    }
    function parseNetmask(netmask) {
      var ip = parseip(netmask), kind2 = ip.kind();
      return kind2 === "ipv4" ? ip.prefixLengthFromSubnetMask() : null;
    }
    function proxyaddr(req, trust) {
      if (!req)
        throw new TypeError("req argument is required");
      if (!trust)
        throw new TypeError("trust argument is required");
      var addrs = alladdrs(req, trust), addr = addrs[addrs.length - 1];
      return addr;
    }
    function trustNone() {
      return !1;
    }
    function trustMulti(subnets) {
      return function(addr) {
        if (!isip(addr)) return !1;
        var ip = parseip(addr);
        ip.kind() === "ipv6" && ip.isIPv4MappedAddress() && (ip = ip.toIPv4Address());
        for (var ipconv, kind2 = ip.kind(), i = 0; i < subnets.length; i++) {
          var subnet = subnets[i], subnetip = subnet[0], subnetkind = subnetip.kind(), subnetrange = subnet[1], trusted = ip;
          if (kind2 !== subnetkind) {
            if (subnetkind === "ipv4" && !ip.isIPv4MappedAddress() || subnetkind !== "ipv4" && !(subnetrange >= 96 && subnetip.isIPv4MappedAddress()))
              continue;
            ipconv || (ipconv = subnetkind === "ipv4" ? ip.toIPv4Address() : ip.toIPv4MappedAddress()), trusted = ipconv;
          } else if (kind2 === "ipv6" && subnetip.isIPv4MappedAddress())
            continue;
          if (trusted.match(subnetip, subnetrange))
            return !0;
        }
        return !1;
      };
    }
    function trustSingle(subnet) {
      var subnetip = subnet[0], subnetkind = subnetip.kind(), subnetisipv4 = subnetkind === "ipv4", subnetrange = subnet[1];
      return function(addr) {
        if (!isip(addr)) return !1;
        var ip = parseip(addr);
        ip.kind() === "ipv6" && ip.isIPv4MappedAddress() && (ip = ip.toIPv4Address());
        var kind2 = ip.kind();
        if (kind2 !== subnetkind) {
          if (subnetisipv4 && !ip.isIPv4MappedAddress() || !subnetisipv4 && !(subnetrange >= 96 && subnetip.isIPv4MappedAddress()))
            return !1;
          ip = subnetisipv4 ? ip.toIPv4Address() : ip.toIPv4MappedAddress();
        } else if (kind2 === "ipv6" && subnetip.isIPv4MappedAddress())
          return !1;
        return ip.match(subnetip, subnetrange);
      };
    }
  }
});

// src/agent/desk/server.ts
import { join as join2 } from "node:path";

// src/runtime/version.ts
var VERSION = "1.1.0";

// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
  let numericValues = Object.values(entries).filter((v) => typeof v == "number");
  return Object.entries(entries).filter(([k2, _]) => numericValues.indexOf(+k2) === -1).map(([_, v]) => v);
}
function jsonStringifyReplacer(_, value) {
  return typeof value == "bigint" ? value.toString() : value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter, this._value = void 0;
  }
  get value() {
    let getter = this._getter;
    return getter !== void 0 && (this._value = getter(), this._getter = void 0), this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input == null;
}
function cleanRegex(source) {
  let start = source.startsWith("^") ? 1 : 0, end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: !0,
    enumerable: !0,
    configurable: !0
  });
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data == "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
  if (isObject(o) === !1)
    return !1;
  let ctor = o.constructor;
  if (ctor === void 0 || typeof ctor != "function")
    return !0;
  let prot = ctor.prototype;
  return !(isObject(prot) === !1 || Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === !1);
}
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  let cl = new inst._zod.constr(def ?? inst._zod.def);
  return (!def || params?.parent) && (cl._zod.parent = inst), cl;
}
function normalizeParams(_params) {
  let params = _params;
  if (!params)
    return {};
  if (typeof params == "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  return delete params.message, typeof params.error == "string" ? { ...params, error: () => params.error } : params;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k2) => shape[k2]._zod.optin !== void 0 && shape[k2]._zod.optout === "optional");
}
var NUMBER_FORMAT_RANGES = {
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
};
function aborted(x2, startIndex = 0) {
  if (x2.aborted === !0)
    return !0;
  for (let i = startIndex; i < x2.issues.length; i++)
    if (x2.issues[i]?.continue !== !0)
      return !0;
  return !1;
}
function explicitlyAborted(x2, startIndex = 0) {
  if (x2.aborted === !0)
    return !0;
  for (let i = startIndex; i < x2.issues.length; i++)
    if (x2.issues[i]?.continue === !1)
      return !0;
  return !1;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a2;
    return (_a2 = iss).path ?? (_a2.path = []), iss.path.unshift(path), iss;
  });
}
function unwrapMessage(message3) {
  return typeof message3 == "string" ? message3 : message3?.message;
}
function sizeCaps(defChecks) {
  let caps = [];
  for (let ch of defChecks ?? []) {
    let d3 = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d3.check))
      break;
    let max = d3.maximum ?? d3.length ?? d3.size;
    max >= 0 && caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a2;
  for (let i = start; i < issues.length; i++)
    (_a2 = issues[i]).schema ?? (_a2.schema = inst);
}
function finalizeIssue(iss, ctx, config2) {
  var _a2;
  let traits = iss.inst?._zod?.traits;
  traits?.has("$ZodType") && (traits.has("$ZodCheck") ? (_a2 = iss).schema ?? (_a2.schema = iss.inst) : iss.schema = iss.inst);
  let schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0, message3 = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input", full = {};
  for (let k2 of Object.keys(iss))
    k2 === "inst" || k2 === "schema" || k2 === "continue" || k2 === "input" || k2 === "__proto__" || (full[k2] = iss[k2]);
  return full.path ?? (full.path = []), full.message = message3, ctx?.reportInput && (full.input = iss.input), full;
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  let units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count2 = units;
  for (let i = 0; i < units - 1; i++)
    (str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320 && (count2--, i++);
  return count2;
}
function getLengthableOrigin(input) {
  return Array.isArray(input) ? "array" : typeof input == "string" ? "string" : "unknown";
}
function issue(...args) {
  let [iss, input, inst] = args;
  return typeof iss == "string" ? {
    message: iss,
    code: "custom",
    input,
    inst
  } : { ...iss };
}
function members(proto, table2) {
  for (let key in table2) {
    let desc = Object.getOwnPropertyDescriptor(table2, key);
    desc.get ? Object.defineProperty(proto, key, { ...desc, enumerable: !1 }) : defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = !0) {
  return Object.defineProperty(inst, key, { configurable: !0, writable: !0, enumerable, value }), value;
}
function hide(inst, key, value) {
  return own(inst, key, value, !1);
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel2) {
  let proto = Object.getPrototypeOf(inst);
  return sentinel2 in proto ? void 0 : proto;
}
var installing, broke = !1, breaker = {
  configurable: !0,
  get() {
    broke = !0;
  }
};
function defineLazyInternal(inst, key, compute) {
  let proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod, Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      Object.defineProperty(this, key, breaker);
      let outer = broke;
      broke = !1;
      try {
        let value = compute(this);
        return broke ? delete this[key] : Object.defineProperty(this, key, { configurable: !0, writable: !0, value }), broke = broke || outer, value;
      } catch (err) {
        throw delete this[key], broke = broke || outer, err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: !0, writable: !0, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  let proto = claim(inst, key);
  proto && Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      let desc = { configurable: !0, writable: !0, enumerable, value: void 0 };
      return Object.defineProperty(this, key, desc), desc.value = make(this), Object.defineProperty(this, key, desc), desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: !0, writable: !0, enumerable, value });
    }
  });
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: !1 }, _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  let E = _E;
  if (E) {
    let saved = E.stackTraceLimit;
    if (typeof saved == "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        return _E = null, new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer2, proto, params) {
  let zodProto = {};
  function Internals(def) {
    this.def = def, this.constr = _, this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  let protoMembers = proto, initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (inst._zod) {
      if (inst._zod.traits.has(name))
        return;
    } else {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    }
    if (inst._zod.traits.add(name), initializer2(inst, def), initialized) {
      let own2 = Object.getPrototypeOf(inst), ctorProto = inst._zod.constr.prototype, up = own2;
      for (; up && up !== ctorProto; )
        up = Object.getPrototypeOf(up);
      let target = up ?? own2;
      initialized.has(target) || (initialized.add(target), members(target, protoMembers));
    }
    let proto2 = _.prototype;
    for (let k2 in proto2)
      Object.prototype.hasOwnProperty.call(proto2, k2) && (k2 in inst || (inst[k2] = proto2[k2].bind(inst)));
  }
  let Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    let inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    let deferred = inst._zod.deferred;
    if (deferred) {
      for (let fn of deferred)
        fn();
      inst._zod.deferred = void 0;
    }
    let pp = globalThis.__zod_globalConfig?.postProcessor;
    return pp && pp(inst), inst;
  }
  return Object.defineProperty(_, "init", { value: init }), Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => params?.Parent && inst instanceof params.Parent ? !0 : inst?._zod?.traits?.has(name)
  }), Object.defineProperty(_, "name", { value: name }), _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super("Encountered Promise during synchronous parse. Use .parseAsync() instead.");
  }
}, $ZodEncodeError = class extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`), this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  return newConfig && Object.assign(globalConfig, newConfig), globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  let internals = this._zod;
  return internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2)), internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: !0,
  configurable: !0
}, _issuesDesc = { value: void 0, enumerable: !1 }, _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]), initializer = (inst, def) => {
  inst.name = "$ZodError", _issuesDesc.value = def, Object.defineProperty(inst, "issues", _issuesDesc), _issuesDesc.value = void 0, Object.defineProperty(inst, "message", _messageDesc);
  let proto = Object.getPrototypeOf(inst);
  _installedToString.has(proto) || (_installedToString.add(proto), Object.defineProperty(proto, "toString", {
    configurable: !0,
    enumerable: !1,
    get() {
      let value = () => this.message;
      return Object.defineProperty(this, "toString", { value, configurable: !0, writable: !0 }), value;
    },
    set(value) {
      Object.defineProperty(this, "toString", { value, configurable: !0, writable: !0 });
    }
  }));
}, $ZodError = $constructor("$ZodError", initializer), $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});

// node_modules/zod/v4/core/parse.js
var _parse = (_Err) => {
  let fn = (schema, value, _ctx, _params) => {
    let ctx = _ctx ? { ..._ctx, async: !1 } : { async: !1 }, result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      throw new $ZodAsyncError();
    if (result.issues.length) {
      let e2 = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      throw captureStackTrace(e2, _params?.callee ?? fn), e2;
    }
    return result.value;
  };
  return fn;
}, parse = /* @__PURE__ */ _parse($ZodRealError), _parseAsync = (_Err) => {
  let fn = async (schema, value, _ctx, params) => {
    let ctx = _ctx ? { ..._ctx, async: !0 } : { async: !0 }, result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise && (result = await result), result.issues.length) {
      let e2 = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      throw captureStackTrace(e2, params?.callee ?? fn), e2;
    }
    return result.value;
  };
  return fn;
}, parseAsync = /* @__PURE__ */ _parseAsync($ZodRealError), _safeParse = (_Err) => (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, async: !1 } : { async: !1 }, result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    throw new $ZodAsyncError();
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: !0, data: result.value };
}, safeParse = /* @__PURE__ */ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
  let error;
  return {
    success: !1,
    get error() {
      return error || (error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config()))), issues = void 0, ctx = void 0), error;
    },
    set error(e2) {
      error = e2, issues = void 0, ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, async: !0 } : { async: !0 }, result = schema._zod.run({ value, issues: [] }, ctx);
  return result instanceof Promise && (result = await result), result.issues.length ? failure(_Err, result.issues, ctx) : { success: !0, data: result.value };
}, safeParseAsync = /* @__PURE__ */ _safeParseAsync($ZodRealError);

// node_modules/zod/v4/core/regexes.js
var anyString = /^[\s\S]{0,}$/;
var number = /^-?\d+(?:\.\d+)?$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a2;
  inst._zod ?? (inst._zod = {}), inst._zod.def = def, (_a2 = inst._zod).onattach ?? (_a2.onattach = []);
});
var _whenHasLength = (payload) => {
  let val = payload.value;
  return !nullish(val) && val.length !== void 0;
}, numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  let origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    (def.inclusive ? payload.value >= def.value : payload.value > def.value) || payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value == "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def), def.format = def.format || "float64";
  let isInt = def.format?.includes("int"), origin = isInt ? "int" : "number", [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    let input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: !1,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        input > 0 ? payload.issues.push({
          input,
          code: "too_big",
          maximum: Number.MAX_SAFE_INTEGER,
          note: "Integers must be within the safe integer range.",
          inst,
          origin,
          inclusive: !0,
          continue: !def.abort
        }) : payload.issues.push({
          input,
          code: "too_small",
          minimum: Number.MIN_SAFE_INTEGER,
          note: "Integers must be within the safe integer range.",
          inst,
          origin,
          inclusive: !0,
          continue: !def.abort
        });
        return;
      }
    }
    input < minimum && payload.issues.push({
      origin: "number",
      input,
      code: "too_small",
      minimum,
      inclusive: !0,
      inst,
      continue: !def.abort
    }), input > maximum && payload.issues.push({
      origin: "number",
      input,
      code: "too_big",
      maximum,
      inclusive: !0,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a2;
  $ZodCheck.init(inst, def), (_a2 = inst._zod.def).when ?? (_a2.when = _whenHasLength), inst._zod.check = (payload) => {
    let input = payload.value, units = input.length;
    if ((typeof input == "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum)
      return;
    let origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_big",
      maximum: def.maximum,
      inclusive: !0,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a2, _b;
  $ZodCheck.init(inst, def), def.pattern ? (_a2 = inst._zod).check ?? (_a2.check = (payload) => {
    def.pattern.lastIndex = 0, !def.pattern.test(payload.value) && payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: def.format,
      input: payload.value,
      ...def.pattern ? { pattern: def.pattern.toString() } : {},
      inst,
      continue: !def.abort
    });
  }) : (_b = inst._zod).check ?? (_b.check = () => {
  });
}), $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def), inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0, !def.pattern.test(payload.value) && payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a2;
  inst ?? (inst = {}), inst._zod.def = def, inst._zod.bag = inst._zod.bag || {}, inst._zod.version = version;
  let defChecks = inst._zod.def.checks, checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (let ch of checks)
    for (let fn of ch._zod.onattach)
      fn(inst);
  if (checks.length === 0)
    (_a2 = inst._zod).deferred ?? (_a2.deferred = []), inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  else {
    let runChecks = (payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload), asyncResult;
      for (let ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload) || !ch._zod.def.when(payload))
            continue;
        } else if (isAborted)
          continue;
        let currLen = payload.issues.length, _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === !1)
          throw new $ZodAsyncError();
        if (asyncResult || _ instanceof Promise)
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _, payload.issues.length !== currLen && (attachSchema(payload.issues, currLen, inst), isAborted || (isAborted = aborted(payload, currLen)));
          });
        else {
          if (payload.issues.length === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst), isAborted || (isAborted = aborted(payload, currLen));
        }
      }
      return asyncResult ? asyncResult.then(() => payload) : payload;
    }, handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary))
        return canary.aborted = !0, canary;
      let checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === !1)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks)
        return inst._zod.parse(payload, ctx);
      if (ctx.direction === "backward") {
        let canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: !0 });
        return canary instanceof Promise ? canary.then((canary2) => handleCanaryResult(canary2, payload, ctx)) : handleCanaryResult(canary, payload, ctx);
      }
      let result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === !1)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
}), toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
  let ctx = { async: !0 };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      let ctx = { async: !1 };
      try {
        let r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch {
      }
      return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.pattern = def.pattern ?? anyString, inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch {
      }
    return typeof payload.value == "string" || payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    }), payload;
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.pattern = number, inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch {
      }
    let input = payload.value;
    if (typeof input == "number" && !Number.isNaN(input) && Number.isFinite(input))
      return payload;
    let received = typeof input == "number" ? Number.isNaN(input) ? "NaN" : Number.isFinite(input) ? void 0 : String(input) : void 0;
    return payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    }), payload;
  };
}), $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def), $ZodNumber.init(inst, def);
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => (payload.issues.push({
    expected: "never",
    code: "invalid_type",
    input: payload.value,
    inst
  }), payload);
});
function capSize(inst, size) {
  let caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  let cap = Math.min(...caps.map((c) => c[0])), parse3 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    let n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (let [max, ch] of sizeCaps(inst._zod.def.checks))
        if (n > max && ch._zod.def.when(payload)) {
          let start = payload.issues.length;
          return ch._zod.check(payload), payload.issues[start].continue = !1, attachSchema(payload.issues, start, inst), payload;
        }
    }
    return parse3(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  result.issues.length && final.issues.push(...prefixIssues(index, result.issues)), final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  let memo = globalConfig.memoizer;
  memo?.attach(inst), inst._zod.parse = (payload, ctx) => {
    let input = payload.value;
    if (!Array.isArray(input))
      return payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      }), payload;
    payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    let proms = [], abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      let item = input[i], result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise)
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      else if (handleArrayResult(result, payload, i), abortEarly && result.issues.length !== 0 && aborted(result))
        break;
    }
    return proms.length ? Promise.all(proms).then(() => payload) : payload;
  }, capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  let isPresent = key in input, isOptionalOut = optout === "optional";
  if (!(!isPresent && isOptionalOut && optin === "optional")) {
    if (result.issues.length) {
      if (optin !== void 0 && isOptionalOut && !isPresent)
        return;
      final.issues.push(...prefixIssues(key, result.issues));
    }
    if (!isPresent && optin === void 0) {
      result.issues.length || final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
      return;
    }
    result.value === void 0 ? (isPresent || optin === "defaulted" && !isOptionalOut) && (final.value[key] = void 0) : final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  let keys = Object.keys(def.shape), ownSymbols = Object.getOwnPropertySymbols(def.shape), symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS, allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (let k2 of allKeys)
    if (!def.shape?.[k2]?._zod?.traits?.has("$ZodType"))
      throw new Error(`Invalid element at key "${String(k2)}": expected a Zod schema`);
  let okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  let unrecognized = [], keySet = def.keySet, _catchall = def.catchall._zod, t = _catchall.def.type, optin = _catchall.optin, optout = _catchall.optout, seen = 0;
  for (let key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      t === "never" && unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    let r = _catchall.run({ value: input[key], issues: [] }, ctx);
    r instanceof Promise ? proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout))) : handlePropertyResult(r, payload, key, input, optin, optout);
  }
  return unrecognized.length && payload.issues.push({
    code: "unrecognized_keys",
    keys: unrecognized,
    input,
    inst,
    // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
    continue: !0
  }), proms.length ? Promise.all(proms).then(() => payload) : payload;
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  let desc = Object.getOwnPropertyDescriptor(def, "shape"), sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    let get = () => {
      let newSh = { ...sh };
      return Object.defineProperty(def, "shape", { value: newSh }), get.raw = newSh, newSh;
    };
    get.raw = sh, Object.defineProperty(def, "shape", { get });
  }
  let _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    let shape = zod.def.shape, propValues = {};
    for (let key in shape) {
      let field = shape[key]._zod;
      if (field.values) {
        Object.prototype.hasOwnProperty.call(propValues, key) || assignProp(propValues, key, /* @__PURE__ */ new Set());
        for (let v of field.values)
          propValues[key].add(v);
        field.optin !== void 0 && propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  let isObject3 = isObject, catchall = def.catchall, value, memo = globalConfig.memoizer;
  memo?.attach(inst), inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    let input = payload.value;
    if (!isObject3(input))
      return payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      }), payload;
    payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
    let proms = [], shape = value.shape, abortEarly = ctx?.abortEarly, seen = payload.issues.length;
    for (let key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      let el = shape[key], optin = el._zod.optin, optout = el._zod.optout, r = el._zod.run({ value: input[key], issues: [] }, ctx);
      r instanceof Promise ? proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout))) : handlePropertyResult(r, payload, key, input, optin, optout);
    }
    return catchall ? handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === !0) : proms.length ? Promise.all(proms).then(() => payload) : payload;
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (let result of results)
    if (result.issues.length === 0)
      return final.value = result.value, final;
  let nonaborted = results.filter((r) => !aborted(r));
  return nonaborted.length === 1 ? (final.value = nonaborted[0].value, nonaborted[0]) : (final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  }), final);
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0), defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0), defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values))
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
  }), defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      let patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
  });
  let first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first)
      return first(payload, ctx);
    let async = !1, results = [];
    for (let option of def.options) {
      let result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise)
        results.push(result), async = !0;
      else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    return async ? Promise.all(results).then((results2) => handleUnionResults(results2, payload, inst, ctx)) : handleUnionResults(results, payload, inst, ctx);
  };
});
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  let memo = globalConfig.memoizer;
  memo?.attach(inst), inst._zod.parse = (payload, ctx) => {
    let input = payload.value;
    if (!isPlainObject(input))
      return payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      }), payload;
    let proms = [], values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
      let recordKeys = /* @__PURE__ */ new Set();
      for (let key of values)
        if (typeof key == "string" || typeof key == "number" || typeof key == "symbol") {
          if (recordKeys.add(typeof key == "number" ? key.toString() : key), key === "__proto__")
            continue;
          let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise)
            throw new Error("Async schemas not supported in object keys currently");
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          let outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          let result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          result instanceof Promise ? proms.push(result.then((result2) => {
            result2.issues.length && payload.issues.push(...prefixIssues(key, result2.issues)), payload.value[outKey] = result2.value;
          })) : (result.issues.length && payload.issues.push(...prefixIssues(key, result.issues)), payload.value[outKey] = result.value);
        }
      let unrecognized;
      for (let key in input)
        if (!recordKeys.has(key))
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else
            unrecognized = unrecognized ?? [], unrecognized.push(key);
      unrecognized && unrecognized.length > 0 && payload.issues.push({
        code: "unrecognized_keys",
        input,
        inst,
        keys: unrecognized,
        continue: !0
      });
    } else {
      payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (let key of Reflect.ownKeys(input)) {
        if (key === "__proto__" || !Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise)
          throw new Error("Async schemas not supported in object keys currently");
        if (typeof key == "string" && number.test(key) && keyResult.issues.length) {
          let retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise)
            throw new Error("Async schemas not supported in object keys currently");
          retryResult.issues.length === 0 && (keyResult = retryResult);
        }
        if (keyResult.issues.length) {
          def.mode === "loose" ? payload.value[key] = input[key] : values ? (unrecognized = unrecognized ?? [], unrecognized.push(key)) : payload.issues.push({
            code: "invalid_key",
            origin: "record",
            issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
            input: key,
            path: [key],
            inst
          });
          continue;
        }
        let outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        let result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        result instanceof Promise ? proms.push(result.then((result2) => {
          result2.issues.length && payload.issues.push(...prefixIssues(key, result2.issues)), payload.value[outKey] = result2.value;
        })) : (result.issues.length && payload.issues.push(...prefixIssues(key, result.issues)), payload.value[outKey] = result.value);
      }
      unrecognized && unrecognized.length > 0 && payload.issues.push({
        code: "unrecognized_keys",
        input,
        inst,
        keys: unrecognized,
        continue: !0
      });
    }
    return proms.length ? Promise.all(proms).then(() => payload) : payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  let values = getEnumValues(def.entries), valuesSet = new Set(values);
  inst._zod.values = valuesSet, defineLazyInternal(inst, "pattern", (zod) => {
    let patternValues = getEnumValues(zod.def.entries).filter((k2) => propertyKeyTypes.has(typeof k2));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  }), inst._zod.parse = (payload, _ctx) => {
    let input = payload.value;
    return valuesSet.has(input) || payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    }), payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.optin = "optional", globalConfig.memoizer?.guard(inst), inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward")
      throw new $ZodEncodeError(inst.constructor.name);
    let _out = def.transform(payload.value, payload);
    if (ctx.async)
      return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output2) => (payload.value = output2, payload));
    if (_out instanceof Promise)
      throw new $ZodAsyncError();
    return payload.value = _out, payload;
  };
});
function handleOptionalResult(payload, result) {
  return payload.value = result.issues.length ? void 0 : result.value, payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional"), inst._zod.optout = "optional", defineLazyInternal(inst, "values", (zod) => {
    let values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  }), defineLazyInternal(inst, "pattern", (zod) => {
    let pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
  }), inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      let result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      return result instanceof Promise ? result.then((result2) => handleOptionalResult(payload, result2)) : handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def), $ZodType.init(inst, def), inst._zod.parse = (payload, _) => payload, inst._zod.check = (payload) => {
    let input = payload.value, r = def.fn(input);
    if (r instanceof Promise)
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    handleRefineResult(r, payload, input, inst);
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    let _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    inst._zod.def.params && (_iss.params = inst._zod.def.params), payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  return def.checks && (def.checks = [...def.checks]), def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
  return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
  return new Class(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
  return new Class({
    type: "number",
    check: "number_format",
    abort: !1,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
  return new Class({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: !1
  });
}
// @__NO_SIDE_EFFECTS__
function _positive(params) {
  return /* @__PURE__ */ _gt(0, params);
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  return new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
  return new Class({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
}

// node_modules/zod/v4/mini/schemas.js
var ZodMiniType = /* @__PURE__ */ $constructor("ZodMiniType", (inst, def) => {
  if (!inst._zod)
    throw new Error("Uninitialized schema in ZodMiniType.");
  $ZodType.init(inst, def), inst.def = def, inst.type = def.type;
}, {
  // `with` is an alias for `check`: the same function object, not a wrapper.
  get with() {
    return this.check;
  },
  set with(value) {
    own(this, "with", value);
  },
  parse(data, params) {
    return parse(this, data, params, { callee: this.parse });
  },
  parseAsync(data, params) {
    return parseAsync(this, data, params, { callee: this.parseAsync });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  check(...checks) {
    let def = this.def;
    return this.clone({
      ...def,
      checks: [
        ...def.checks ?? [],
        ...checks.map((ch) => typeof ch == "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }, { parent: !0 });
  },
  clone(_def, params) {
    return clone(this, _def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    return reg.add(this, meta2), this;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  }
}), ZodMiniString = /* @__PURE__ */ $constructor("ZodMiniString", (inst, def) => {
  $ZodString.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string2(params) {
  return _string(ZodMiniString, params);
}
var ZodMiniNumber = /* @__PURE__ */ $constructor("ZodMiniNumber", (inst, def) => {
  $ZodNumber.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function number2(params) {
  return _number(ZodMiniNumber, params);
}
var ZodMiniNumberFormat = /* @__PURE__ */ $constructor("ZodMiniNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def), ZodMiniNumber.init(inst, def);
});
function int(params) {
  return _int(ZodMiniNumberFormat, params);
}
var ZodMiniNever = /* @__PURE__ */ $constructor("ZodMiniNever", (inst, def) => {
  $ZodNever.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
  return _never(ZodMiniNever, params);
}
var ZodMiniArray = /* @__PURE__ */ $constructor("ZodMiniArray", (inst, def) => {
  $ZodArray.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
  return new ZodMiniArray({
    type: "array",
    element,
    ...normalizeParams(params)
  });
}
var ZodMiniObject = /* @__PURE__ */ $constructor("ZodMiniObject", (inst, def) => {
  $ZodObject.init(inst, def), ZodMiniType.init(inst, def), installLazyProp(inst, "shape", (self) => self._zod.def.shape, !1);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
  let def = {
    type: "object",
    shape: shape ?? {},
    ...normalizeParams(params)
  };
  return new ZodMiniObject(def);
}
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
  return new ZodMiniObject({
    type: "object",
    shape,
    catchall: /* @__PURE__ */ never(),
    ...normalizeParams(params)
  });
}
var ZodMiniUnion = /* @__PURE__ */ $constructor("ZodMiniUnion", (inst, def) => {
  $ZodUnion.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function union(options, params) {
  return new ZodMiniUnion({
    type: "union",
    options,
    ...normalizeParams(params)
  });
}
var ZodMiniRecord = /* @__PURE__ */ $constructor("ZodMiniRecord", (inst, def) => {
  $ZodRecord.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
  return !valueType || !valueType._zod ? new ZodMiniRecord({
    type: "record",
    keyType: /* @__PURE__ */ string2(),
    valueType: keyType,
    ...normalizeParams(valueType)
  }) : new ZodMiniRecord({
    type: "record",
    keyType,
    valueType,
    ...normalizeParams(params)
  });
}
var ZodMiniEnum = /* @__PURE__ */ $constructor("ZodMiniEnum", (inst, def) => {
  $ZodEnum.init(inst, def), ZodMiniType.init(inst, def), inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
  let entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodMiniEnum({
    type: "enum",
    entries,
    ...normalizeParams(params)
  });
}
var ZodMiniTransform = /* @__PURE__ */ $constructor("ZodMiniTransform", (inst, def) => {
  $ZodTransform.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function transform(fn) {
  return new ZodMiniTransform({
    type: "transform",
    transform: fn
  });
}
var ZodMiniOptional = /* @__PURE__ */ $constructor("ZodMiniOptional", (inst, def) => {
  $ZodOptional.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
  return new ZodMiniOptional({
    type: "optional",
    innerType
  });
}
var ZodMiniCustom = /* @__PURE__ */ $constructor("ZodMiniCustom", (inst, def) => {
  $ZodCustom.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function refine(fn, _params = {}) {
  return _refine(ZodMiniCustom, fn, _params);
}

// src/runtime/characters.ts
var UNSEEN = /[\p{DI}\u2800]/gu, BLANK = /^[\s\p{Cc}\p{DI}\u2800]*$/u;
function withoutUnseen(text2) {
  return text2.replace(UNSEEN, "");
}
function isBlank(text2) {
  return BLANK.test(text2);
}
function oneLine(text2) {
  return text2.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

// src/runtime/tolerant.ts
function readAs(schema, value) {
  return schema._zod.def.transform(value, { value, issues: [] });
}
function isJsonObject(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function asObject(value) {
  let read = typeof value == "string" ? fromJsonText(value) : value;
  return isJsonObject(read) ? read : void 0;
}
function fromJsonText(text2) {
  if (/^\s*[[{]/.test(text2))
    try {
      return JSON.parse(text2);
    } catch {
      return;
    }
}
var text = transform(
  (value) => typeof value == "string" ? value : typeof value == "number" ? String(value) : ""
), number3 = transform(asNumber), flag = transform((value) => asFlag(value) === !0), anything = transform((value) => value), record2 = (shape) => {
  let fields = Object.entries(shape), filled2 = (given) => {
    let read = { ...given };
    for (let [name, schema] of fields) read[name] = readAs(schema, read[name]);
    return read;
  }, empty = filled2({});
  return transform((value) => isJsonObject(value) ? filled2(value) : empty);
}, list = (item) => transform(
  (value) => Array.isArray(value) ? value.map((entry) => readAs(item, entry)) : []
);
function asText(value) {
  let text2 = typeof value == "string" || typeof value == "number" ? String(value).trim() : "";
  return isBlank(text2) ? "" : text2;
}
function firstOf(...texts) {
  return texts.map((candidate) => candidate.trim()).find((candidate) => candidate !== "") || "";
}
function asNumber(value) {
  let written2 = typeof value == "string" && value.trim() !== "" ? Number(value) : value;
  return typeof written2 == "number" && Number.isFinite(written2) ? written2 : void 0;
}
function asFlag(value) {
  let written2 = typeof value == "string" ? value.trim().toLowerCase() : value;
  if (written2 === !0 || written2 === "true") return !0;
  if (written2 === !1 || written2 === "false") return !1;
}

// src/agent/desk/admission.ts
function isAdmitted(claims, allowed2) {
  return allowed2 === "*" ? !0 : [...new Set(allowed2.map(([claim2]) => claim2))].every((name) => {
    let found = valueAt(claims, name), values = (Array.isArray(found) ? found : [found]).map(asWritten);
    return allowed2.some(([claim2, value]) => claim2 === name && values.includes(value));
  });
}
function valueAt(claims, name) {
  return Object.hasOwn(claims, name) ? claims[name] : name.split(".").reduce((found, part) => isJsonObject(found) && Object.hasOwn(found, part) ? found[part] : void 0, claims);
}
function asWritten(value) {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : void 0;
}

// src/agent/desk/assignment.ts
import { randomUUID } from "node:crypto";

// node_modules/lru-cache/dist/esm/node/index.min.js
import { tracingChannel as G, channel as P } from "node:diagnostics_channel";
var S = P("lru-cache:metrics"), W = G("lru-cache"), L = typeof performance == "object" && performance && typeof performance.now == "function" ? performance : Date, R = () => S.hasSubscribers || W.hasSubscribers, U = /* @__PURE__ */ new Set(), M = typeof process == "object" && process ? process : {}, k = (d3, e2, t, i) => {
  typeof M.emitWarning == "function" ? M.emitWarning(d3, e2, t, i) : console.error(`[${t}] ${e2}: ${d3}`);
}, H = (d3) => !U.has(d3), T = (d3) => !!d3 && d3 === Math.floor(d3) && d3 > 0 && isFinite(d3), j = (d3) => T(d3) ? d3 <= Math.pow(2, 8) ? Uint8Array : d3 <= Math.pow(2, 16) ? Uint16Array : d3 <= Math.pow(2, 32) ? Uint32Array : d3 <= Number.MAX_SAFE_INTEGER ? O : null : null, O = class extends Array {
  constructor(e2) {
    super(e2), this.fill(0);
  }
}, x = class d {
  heap;
  length;
  static #o = !1;
  static create(e2) {
    let t = j(e2);
    if (!t) return [];
    d.#o = !0;
    let i = new d(e2, t);
    return d.#o = !1, i;
  }
  constructor(e2, t) {
    if (!d.#o) throw new TypeError("instantiate Stack using Stack.create(n)");
    this.heap = new t(e2), this.length = 0;
  }
  push(e2) {
    this.heap[this.length++] = e2;
  }
  pop() {
    return this.heap[--this.length];
  }
}, I = class d2 {
  #o;
  #c;
  #S;
  #O;
  #w;
  #M;
  #I;
  #m;
  get perf() {
    return this.#m;
  }
  ttl;
  ttlResolution;
  ttlAutopurge;
  updateAgeOnGet;
  updateAgeOnHas;
  allowStale;
  noDisposeOnSet;
  noUpdateTTL;
  maxEntrySize;
  sizeCalculation;
  noDeleteOnFetchRejection;
  noDeleteOnStaleGet;
  allowStaleOnFetchAbort;
  allowStaleOnFetchRejection;
  ignoreFetchAbort;
  backgroundFetchSize;
  #n;
  #b;
  #s;
  #i;
  #t;
  #l;
  #u;
  #a;
  #h;
  #y;
  #r;
  #_;
  #F;
  #d;
  #g;
  #T;
  #U;
  #f;
  #D;
  static unsafeExposeInternals(e2) {
    return { starts: e2.#F, ttls: e2.#d, autopurgeTimers: e2.#g, sizes: e2.#_, keyMap: e2.#s, keyList: e2.#i, valList: e2.#t, next: e2.#l, prev: e2.#u, get head() {
      return e2.#a;
    }, get tail() {
      return e2.#h;
    }, free: e2.#y, isBackgroundFetch: (t) => e2.#e(t), backgroundFetch: (t, i, s, n) => e2.#P(t, i, s, n), moveToTail: (t) => e2.#L(t), indexes: (t) => e2.#A(t), rindexes: (t) => e2.#z(t), isStale: (t) => e2.#p(t) };
  }
  get max() {
    return this.#o;
  }
  get maxSize() {
    return this.#c;
  }
  get calculatedSize() {
    return this.#b;
  }
  get size() {
    return this.#n;
  }
  get fetchMethod() {
    return this.#M;
  }
  get memoMethod() {
    return this.#I;
  }
  get dispose() {
    return this.#S;
  }
  get onInsert() {
    return this.#O;
  }
  get disposeAfter() {
    return this.#w;
  }
  constructor(e2) {
    let { max: t = 0, ttl: i, ttlResolution: s = 1, ttlAutopurge: n, updateAgeOnGet: o, updateAgeOnHas: l, allowStale: h, dispose: r, onInsert: c, disposeAfter: m, noDisposeOnSet: _, noUpdateTTL: u, maxSize: g = 0, maxEntrySize: f = 0, sizeCalculation: y, fetchMethod: a, memoMethod: w, noDeleteOnFetchRejection: F, noDeleteOnStaleGet: b, allowStaleOnFetchRejection: p, allowStaleOnFetchAbort: A, ignoreFetchAbort: z, backgroundFetchSize: C = 1, perf: E } = e2;
    if (this.backgroundFetchSize = C, E !== void 0 && typeof E?.now != "function") throw new TypeError("perf option must have a now() method if specified");
    if (this.#m = E ?? L, t !== 0 && !T(t)) throw new TypeError("max option must be a nonnegative integer");
    let v = t ? j(t) : Array;
    if (!v) throw new Error("invalid max value: " + t);
    if (this.#o = t, this.#c = g, this.maxEntrySize = f || this.#c, this.sizeCalculation = y, this.sizeCalculation) {
      if (!this.#c && !this.maxEntrySize) throw new TypeError("cannot set sizeCalculation without setting maxSize or maxEntrySize");
      if (typeof this.sizeCalculation != "function") throw new TypeError("sizeCalculation set to non-function");
    }
    if (w !== void 0 && typeof w != "function") throw new TypeError("memoMethod must be a function if defined");
    if (this.#I = w, a !== void 0 && typeof a != "function") throw new TypeError("fetchMethod must be a function if specified");
    if (this.#M = a, this.#U = !!a, this.#s = /* @__PURE__ */ new Map(), this.#i = Array.from({ length: t }).fill(void 0), this.#t = Array.from({ length: t }).fill(void 0), this.#l = new v(t), this.#u = new v(t), this.#a = 0, this.#h = 0, this.#y = x.create(t), this.#n = 0, this.#b = 0, typeof r == "function" && (this.#S = r), typeof c == "function" && (this.#O = c), typeof m == "function" ? (this.#w = m, this.#r = []) : (this.#w = void 0, this.#r = void 0), this.#T = !!this.#S, this.#D = !!this.#O, this.#f = !!this.#w, this.noDisposeOnSet = !!_, this.noUpdateTTL = !!u, this.noDeleteOnFetchRejection = !!F, this.allowStaleOnFetchRejection = !!p, this.allowStaleOnFetchAbort = !!A, this.ignoreFetchAbort = !!z, this.maxEntrySize !== 0) {
      if (this.#c !== 0 && !T(this.#c)) throw new TypeError("maxSize must be a positive integer if specified");
      if (!T(this.maxEntrySize)) throw new TypeError("maxEntrySize must be a positive integer if specified");
      this.#X();
    }
    if (this.allowStale = !!h, this.noDeleteOnStaleGet = !!b, this.updateAgeOnGet = !!o, this.updateAgeOnHas = !!l, this.ttlResolution = T(s) || s === 0 ? s : 1, this.ttlAutopurge = !!n, this.ttl = i || 0, this.ttl) {
      if (!T(this.ttl)) throw new TypeError("ttl must be a positive integer if specified");
      this.#k();
    }
    if (this.#o === 0 && this.ttl === 0 && this.#c === 0) throw new TypeError("At least one of max, maxSize, or ttl is required");
    if (!this.ttlAutopurge && !this.#o && !this.#c) {
      let D = "LRU_CACHE_UNBOUNDED";
      H(D) && (U.add(D), k("TTL caching without ttlAutopurge, max, or maxSize can result in unbounded memory consumption.", "UnboundedCacheWarning", D, d2));
    }
  }
  getRemainingTTL(e2) {
    return this.#s.has(e2) ? 1 / 0 : 0;
  }
  #k() {
    let e2 = new O(this.#o), t = new O(this.#o);
    this.#d = e2, this.#F = t;
    let i = this.ttlAutopurge ? Array.from({ length: this.#o }) : void 0;
    this.#g = i, this.#H = (h, r, c = this.#m.now()) => {
      t[h] = r !== 0 ? c : 0, e2[h] = r, s(h, r);
    }, this.#R = (h) => {
      t[h] = e2[h] !== 0 ? this.#m.now() : 0, s(h, e2[h]);
    };
    let s = this.ttlAutopurge ? (h, r) => {
      if (i?.[h] && (clearTimeout(i[h]), i[h] = void 0), r && r !== 0 && i) {
        let c = setTimeout(() => {
          this.#p(h) ? (this.#E(this.#i[h], "expire"), i[h] = void 0) : s(h, l(h));
        }, r + 1);
        c.unref && c.unref(), i[h] = c;
      }
    } : () => {
    };
    this.#v = (h, r) => {
      if (e2[r]) {
        let c = e2[r], m = t[r];
        if (!c || !m) return;
        h.ttl = c, h.start = m, h.now = n || o();
        let _ = h.now - m;
        h.remainingTTL = c - _;
      }
    };
    let n = 0, o = () => {
      let h = this.#m.now();
      if (this.ttlResolution > 0) {
        n = h;
        let r = setTimeout(() => n = 0, this.ttlResolution);
        r.unref && r.unref();
      }
      return h;
    };
    this.getRemainingTTL = (h) => {
      let r = this.#s.get(h);
      return r === void 0 ? 0 : l(r);
    };
    let l = (h) => {
      let r = e2[h], c = t[h];
      if (!r || !c) return 1 / 0;
      let m = (n || o()) - c;
      return r - m;
    };
    this.#p = (h) => {
      let r = t[h], c = e2[h];
      return !!c && !!r && (n || o()) - r > c;
    };
  }
  #R = () => {
  };
  #v = () => {
  };
  #H = () => {
  };
  #p = () => !1;
  #X() {
    let e2 = new O(this.#o);
    this.#b = 0, this.#_ = e2, this.#x = (t) => {
      this.#b -= e2[t], e2[t] = 0;
    }, this.#N = (t, i, s, n) => {
      if (!T(s)) {
        if (this.#e(i)) return this.backgroundFetchSize;
        if (n) {
          if (typeof n != "function") throw new TypeError("sizeCalculation must be a function");
          if (s = n(i, t), !T(s)) throw new TypeError("sizeCalculation return invalid (expect positive integer)");
        } else throw new TypeError("invalid size value (must be positive integer). When maxSize or maxEntrySize is used, sizeCalculation or size must be set.");
      }
      return s;
    }, this.#j = (t, i, s) => {
      if (e2[t] = i, this.#c) {
        let n = this.#c - e2[t];
        for (; this.#b > n; ) this.#G(!0);
      }
      this.#b += e2[t], s && (s.entrySize = i, s.totalCalculatedSize = this.#b);
    };
  }
  #x = (e2) => {
  };
  #j = (e2, t, i) => {
  };
  #N = (e2, t, i, s) => {
    if (i || s) throw new TypeError("cannot set size without setting maxSize or maxEntrySize on cache");
    return 0;
  };
  *#A({ allowStale: e2 = this.allowStale } = {}) {
    if (this.#n) for (let t = this.#h; this.#V(t) && ((e2 || !this.#p(t)) && (yield t), t !== this.#a); ) t = this.#u[t];
  }
  *#z({ allowStale: e2 = this.allowStale } = {}) {
    if (this.#n) for (let t = this.#a; this.#V(t) && ((e2 || !this.#p(t)) && (yield t), t !== this.#h); ) t = this.#l[t];
  }
  #V(e2) {
    return e2 !== void 0 && this.#s.get(this.#i[e2]) === e2;
  }
  *entries() {
    for (let e2 of this.#A()) this.#t[e2] !== void 0 && this.#i[e2] !== void 0 && !this.#e(this.#t[e2]) && (yield [this.#i[e2], this.#t[e2]]);
  }
  *rentries() {
    for (let e2 of this.#z()) this.#t[e2] !== void 0 && this.#i[e2] !== void 0 && !this.#e(this.#t[e2]) && (yield [this.#i[e2], this.#t[e2]]);
  }
  *keys() {
    for (let e2 of this.#A()) {
      let t = this.#i[e2];
      t !== void 0 && !this.#e(this.#t[e2]) && (yield t);
    }
  }
  *rkeys() {
    for (let e2 of this.#z()) {
      let t = this.#i[e2];
      t !== void 0 && !this.#e(this.#t[e2]) && (yield t);
    }
  }
  *values() {
    for (let e2 of this.#A()) this.#t[e2] !== void 0 && !this.#e(this.#t[e2]) && (yield this.#t[e2]);
  }
  *rvalues() {
    for (let e2 of this.#z()) this.#t[e2] !== void 0 && !this.#e(this.#t[e2]) && (yield this.#t[e2]);
  }
  [Symbol.iterator]() {
    return this.entries();
  }
  [Symbol.toStringTag] = "LRUCache";
  find(e2, t = {}) {
    for (let i of this.#A()) {
      let s = this.#t[i], n = this.#e(s) ? s.__staleWhileFetching : s;
      if (n !== void 0 && e2(n, this.#i[i], this)) return this.#C(this.#i[i], t);
    }
  }
  forEach(e2, t = this) {
    for (let i of this.#A()) {
      let s = this.#t[i], n = this.#e(s) ? s.__staleWhileFetching : s;
      n !== void 0 && e2.call(t, n, this.#i[i], this);
    }
  }
  rforEach(e2, t = this) {
    for (let i of this.#z()) {
      let s = this.#t[i], n = this.#e(s) ? s.__staleWhileFetching : s;
      n !== void 0 && e2.call(t, n, this.#i[i], this);
    }
  }
  purgeStale() {
    let e2 = !1;
    for (let t of this.#z({ allowStale: !0 })) this.#p(t) && (this.#E(this.#i[t], "expire"), e2 = !0);
    return e2;
  }
  info(e2) {
    let t = this.#s.get(e2);
    if (t === void 0) return;
    let i = this.#t[t], s = this.#e(i) ? i.__staleWhileFetching : i;
    if (s === void 0) return;
    let n = { value: s };
    if (this.#d && this.#F) {
      let o = this.#d[t], l = this.#F[t];
      if (o && l) {
        let h = o - (this.#m.now() - l);
        n.ttl = h, n.start = Date.now();
      }
    }
    return this.#_ && (n.size = this.#_[t]), n;
  }
  dump() {
    let e2 = [];
    for (let t of this.#A({ allowStale: !0 })) {
      let i = this.#i[t], s = this.#t[t], n = this.#e(s) ? s.__staleWhileFetching : s;
      if (n === void 0 || i === void 0) continue;
      let o = { value: n };
      if (this.#d && this.#F) {
        o.ttl = this.#d[t];
        let l = this.#m.now() - this.#F[t];
        o.start = Math.floor(Date.now() - l);
      }
      this.#_ && (o.size = this.#_[t]), e2.unshift([i, o]);
    }
    return e2;
  }
  load(e2) {
    this.clear();
    for (let [t, i] of e2) {
      if (i.start) {
        let s = Date.now() - i.start;
        i.start = this.#m.now() - s;
      }
      this.#W(t, i.value, i);
    }
  }
  set(e2, t, i = {}) {
    let { status: s = S.hasSubscribers ? {} : void 0 } = i;
    i.status = s, s && (s.op = "set", s.key = e2, t !== void 0 && (s.value = t), s.cache = this);
    let n = this.#W(e2, t, i);
    return s && S.hasSubscribers && S.publish(s), n;
  }
  #W(e2, t, i, s) {
    let { ttl: n = this.ttl, start: o, noDisposeOnSet: l = this.noDisposeOnSet, sizeCalculation: h = this.sizeCalculation, status: r } = i, c = this.#e(t);
    if (t === void 0) return r && (r.set = "deleted"), this.delete(e2), this;
    let { noUpdateTTL: m = this.noUpdateTTL } = i;
    r && !c && (r.value = t);
    let _ = this.#N(e2, t, i.size || 0, h, r);
    if (this.maxEntrySize && _ > this.maxEntrySize) return this.#E(e2, "set"), r && (r.set = "miss", r.maxEntrySizeExceeded = !0), this;
    let u = this.#n === 0 ? void 0 : this.#s.get(e2);
    if (u === void 0) u = this.#n === 0 ? this.#h : this.#y.length !== 0 ? this.#y.pop() : this.#n === this.#o ? this.#G(!1) : this.#n, this.#i[u] = e2, this.#t[u] = t, this.#s.set(e2, u), this.#l[this.#h] = u, this.#u[u] = this.#h, this.#h = u, this.#n++, this.#j(u, _, r), r && (r.set = "add"), m = !1, this.#D && !c && this.#O?.(t, e2, "add");
    else {
      this.#L(u);
      let g = this.#t[u];
      if (t !== g) {
        if (!l) if (this.#e(g)) {
          g !== s && g.__abortController.abort(new Error("replaced"));
          let { __staleWhileFetching: f } = g;
          f !== void 0 && f !== t && (this.#T && this.#S?.(f, e2, "set"), this.#f && this.#r?.push([f, e2, "set"]));
        } else this.#T && this.#S?.(g, e2, "set"), this.#f && this.#r?.push([g, e2, "set"]);
        if (this.#x(u), this.#j(u, _, r), this.#t[u] = t, !c) {
          let f = g && this.#e(g) ? g.__staleWhileFetching : g, y = f === void 0 ? "add" : t !== f ? "replace" : "update";
          r && (r.set = y, f !== void 0 && (r.oldValue = f)), this.#D && this.onInsert?.(t, e2, y);
        }
      } else c || (r && (r.set = "update"), this.#D && this.onInsert?.(t, e2, "update"));
    }
    if (n !== 0 && !this.#d && this.#k(), this.#d && (m || this.#H(u, n, o), r && this.#v(r, u)), !l && this.#f && this.#r) {
      let g = this.#r, f;
      for (; f = g?.shift(); ) this.#w?.(...f);
    }
    return this;
  }
  pop() {
    try {
      for (; this.#n; ) {
        let e2 = this.#t[this.#a];
        if (this.#G(!0), this.#e(e2)) {
          if (e2.__staleWhileFetching) return e2.__staleWhileFetching;
        } else if (e2 !== void 0) return e2;
      }
    } finally {
      if (this.#f && this.#r) {
        let e2 = this.#r, t;
        for (; t = e2?.shift(); ) this.#w?.(...t);
      }
    }
  }
  #G(e2) {
    let t = this.#a, i = this.#i[t], s = this.#t[t], n = this.#e(s);
    n && s.__abortController.abort(new Error("evicted"));
    let o = n ? s.__staleWhileFetching : s;
    return (this.#T || this.#f) && o !== void 0 && (this.#T && this.#S?.(o, i, "evict"), this.#f && this.#r?.push([o, i, "evict"])), this.#x(t), this.#g?.[t] && (clearTimeout(this.#g[t]), this.#g[t] = void 0), e2 && (this.#i[t] = void 0, this.#t[t] = void 0, this.#y.push(t)), this.#n === 1 ? (this.#a = this.#h = 0, this.#y.length = 0) : this.#a = this.#l[t], this.#s.delete(i), this.#n--, t;
  }
  has(e2, t = {}) {
    let { status: i = S.hasSubscribers ? {} : void 0 } = t;
    t.status = i, i && (i.op = "has", i.key = e2, i.cache = this);
    let s = this.#Y(e2, t);
    return S.hasSubscribers && S.publish(i), s;
  }
  #Y(e2, t = {}) {
    let { updateAgeOnHas: i = this.updateAgeOnHas, status: s } = t, n = this.#s.get(e2);
    if (n !== void 0) {
      let o = this.#t[n];
      if (this.#e(o) && o.__staleWhileFetching === void 0) return !1;
      if (this.#p(n)) s && (s.has = "stale", this.#v(s, n));
      else return i && this.#R(n), s && (s.has = "hit", this.#v(s, n)), !0;
    } else s && (s.has = "miss");
    return !1;
  }
  peek(e2, t = {}) {
    let { status: i = R() ? {} : void 0 } = t;
    i && (i.op = "peek", i.key = e2, i.cache = this), t.status = i;
    let s = this.#J(e2, t);
    return S.hasSubscribers && S.publish(i), s;
  }
  #J(e2, t) {
    let { status: i, allowStale: s = this.allowStale } = t, n = this.#s.get(e2);
    if (n === void 0 || !s && this.#p(n)) {
      i && (i.peek = n === void 0 ? "miss" : "stale");
      return;
    }
    let o = this.#t[n], l = this.#e(o) ? o.__staleWhileFetching : o;
    return i && (l !== void 0 ? (i.peek = "hit", i.value = l) : i.peek = "miss"), l;
  }
  #P(e2, t, i, s) {
    let n = t === void 0 ? void 0 : this.#t[t];
    if (this.#e(n)) return n;
    let o = new AbortController(), { signal: l } = i;
    l?.addEventListener("abort", () => o.abort(l.reason), { signal: o.signal });
    let h = { signal: o.signal, options: i, context: s }, r = (f, y = !1) => {
      let { aborted: a } = o.signal, w = i.ignoreFetchAbort && f !== void 0, F = i.ignoreFetchAbort || !!(i.allowStaleOnFetchAbort && f !== void 0);
      if (i.status && (a && !y ? (i.status.fetchAborted = !0, i.status.fetchError = o.signal.reason, w && (i.status.fetchAbortIgnored = !0)) : i.status.fetchResolved = !0), a && !w && !y) return m(o.signal.reason, F);
      let b = u, p = this.#t[t];
      return (p === u || p === void 0 && w && y) && (f === void 0 ? b.__staleWhileFetching !== void 0 ? this.#t[t] = b.__staleWhileFetching : this.#E(e2, "fetch") : (i.status && (i.status.fetchUpdated = !0), this.#W(e2, f, h.options, b))), f;
    }, c = (f) => (i.status && (i.status.fetchRejected = !0, i.status.fetchError = f), m(f, !1)), m = (f, y) => {
      let { aborted: a } = o.signal, w = a && i.allowStaleOnFetchAbort, F = w || i.allowStaleOnFetchRejection, b = F || i.noDeleteOnFetchRejection, p = u;
      if (this.#t[t] === u && (!b || !y && p.__staleWhileFetching === void 0 ? this.#E(e2, "fetch") : w || (this.#t[t] = p.__staleWhileFetching)), F) return i.status && p.__staleWhileFetching !== void 0 && (i.status.returnedStale = !0), p.__staleWhileFetching;
      if (p.__returned === p) throw f;
    }, _ = (f, y) => {
      let a = this.#M?.(e2, n, h);
      o.signal.addEventListener("abort", () => {
        (!i.ignoreFetchAbort || i.allowStaleOnFetchAbort) && (f(void 0), i.allowStaleOnFetchAbort && (f = (w) => r(w, !0)));
      }), a && a instanceof Promise ? a.then((w) => f(w === void 0 ? void 0 : w), y) : a !== void 0 && f(a);
    };
    i.status && (i.status.fetchDispatched = !0);
    let u = new Promise(_).then(r, c), g = Object.assign(u, { __abortController: o, __staleWhileFetching: n, __returned: void 0 });
    return t === void 0 ? (this.#W(e2, g, { ...h.options, status: void 0 }), t = this.#s.get(e2)) : this.#t[t] = g, g;
  }
  #e(e2) {
    if (!this.#U) return !1;
    let t = e2;
    return !!t && t instanceof Promise && t.hasOwnProperty("__staleWhileFetching") && t.__abortController instanceof AbortController;
  }
  fetch(e2, t = {}) {
    let i = W.hasSubscribers, { status: s = R() ? {} : void 0 } = t;
    t.status = s, s && t.context && (s.context = t.context);
    let n = this.#B(e2, t);
    return s && i && (s.trace = !0, W.tracePromise(() => n, s).catch(() => {
    })), n;
  }
  async #B(e2, t = {}) {
    let { allowStale: i = this.allowStale, updateAgeOnGet: s = this.updateAgeOnGet, noDeleteOnStaleGet: n = this.noDeleteOnStaleGet, ttl: o = this.ttl, noDisposeOnSet: l = this.noDisposeOnSet, size: h = 0, sizeCalculation: r = this.sizeCalculation, noUpdateTTL: c = this.noUpdateTTL, noDeleteOnFetchRejection: m = this.noDeleteOnFetchRejection, allowStaleOnFetchRejection: _ = this.allowStaleOnFetchRejection, ignoreFetchAbort: u = this.ignoreFetchAbort, allowStaleOnFetchAbort: g = this.allowStaleOnFetchAbort, context: f, forceRefresh: y = !1, status: a, signal: w } = t;
    if (a && (a.op = "fetch", a.key = e2, y && (a.forceRefresh = !0), a.cache = this), !this.#U) return a && (a.fetch = "get"), this.#C(e2, { allowStale: i, updateAgeOnGet: s, noDeleteOnStaleGet: n, status: a });
    let F = { allowStale: i, updateAgeOnGet: s, noDeleteOnStaleGet: n, ttl: o, noDisposeOnSet: l, size: h, sizeCalculation: r, noUpdateTTL: c, noDeleteOnFetchRejection: m, allowStaleOnFetchRejection: _, allowStaleOnFetchAbort: g, ignoreFetchAbort: u, status: a, signal: w }, b = this.#s.get(e2);
    if (b === void 0) {
      a && (a.fetch = "miss");
      let p = this.#P(e2, b, F, f);
      return p.__returned = p;
    } else {
      let p = this.#t[b];
      if (this.#e(p)) {
        let v = i && p.__staleWhileFetching !== void 0;
        return a && (a.fetch = "inflight", v && (a.returnedStale = !0)), v ? p.__staleWhileFetching : p.__returned = p;
      }
      let A = this.#p(b);
      if (!y && !A) return a && (a.fetch = "hit"), this.#L(b), s && this.#R(b), a && this.#v(a, b), p;
      let z = this.#P(e2, b, F, f), E = z.__staleWhileFetching !== void 0 && i;
      return a && (a.fetch = A ? "stale" : "refresh", E && A && (a.returnedStale = !0)), E ? z.__staleWhileFetching : z.__returned = z;
    }
  }
  forceFetch(e2, t = {}) {
    let i = W.hasSubscribers, { status: s = R() ? {} : void 0 } = t;
    t.status = s, s && t.context && (s.context = t.context);
    let n = this.#K(e2, t);
    return s && i && (s.trace = !0, W.tracePromise(() => n, s).catch(() => {
    })), n;
  }
  async #K(e2, t = {}) {
    let i = await this.#B(e2, t);
    if (i === void 0) throw new Error("fetch() returned undefined");
    return i;
  }
  memo(e2, t = {}) {
    let { status: i = S.hasSubscribers ? {} : void 0 } = t;
    t.status = i, i && (i.op = "memo", i.key = e2, t.context && (i.context = t.context), i.cache = this);
    let s = this.#Q(e2, t);
    return i && (i.value = s), S.hasSubscribers && S.publish(i), s;
  }
  #Q(e2, t = {}) {
    let i = this.#I;
    if (!i) throw new Error("no memoMethod provided to constructor");
    let { context: s, status: n, forceRefresh: o, ...l } = t;
    n && o && (n.forceRefresh = !0);
    let h = this.#C(e2, l), r = o || h === void 0;
    if (n && (n.memo = r ? "miss" : "hit", r || (n.value = h)), !r) return h;
    let c = i(e2, h, { options: l, context: s });
    return n && (n.value = c), this.#W(e2, c, l), c;
  }
  get(e2, t = {}) {
    let { status: i = S.hasSubscribers ? {} : void 0 } = t;
    t.status = i, i && (i.op = "get", i.key = e2, i.cache = this);
    let s = this.#C(e2, t);
    return i && (s !== void 0 && (i.value = s), S.hasSubscribers && S.publish(i)), s;
  }
  #C(e2, t = {}) {
    let { allowStale: i = this.allowStale, updateAgeOnGet: s = this.updateAgeOnGet, noDeleteOnStaleGet: n = this.noDeleteOnStaleGet, status: o } = t, l = this.#s.get(e2);
    if (l === void 0) {
      o && (o.get = "miss");
      return;
    }
    let h = this.#t[l], r = this.#e(h);
    return o && this.#v(o, l), this.#p(l) ? r ? (o && (o.get = "stale-fetching"), i && h.__staleWhileFetching !== void 0 ? (o && (o.returnedStale = !0), h.__staleWhileFetching) : void 0) : (n || this.#E(e2, "expire"), o && (o.get = "stale"), i ? (o && (o.returnedStale = !0), h) : void 0) : (o && (o.get = r ? "fetching" : "hit"), this.#L(l), s && this.#R(l), r ? h.__staleWhileFetching : h);
  }
  #$(e2, t) {
    this.#u[t] = e2, this.#l[e2] = t;
  }
  #L(e2) {
    e2 !== this.#h && (e2 === this.#a ? this.#a = this.#l[e2] : this.#$(this.#u[e2], this.#l[e2]), this.#$(this.#h, e2), this.#h = e2);
  }
  delete(e2) {
    return this.#E(e2, "delete");
  }
  #E(e2, t) {
    S.hasSubscribers && S.publish({ op: "delete", delete: t, key: e2, cache: this });
    let i = !1;
    if (this.#n !== 0) {
      let s = this.#s.get(e2);
      if (s !== void 0) if (this.#g?.[s] && (clearTimeout(this.#g[s]), this.#g[s] = void 0), i = !0, this.#n === 1) this.#q(t);
      else {
        this.#x(s);
        let n = this.#t[s];
        if (this.#e(n) ? n.__abortController.abort(new Error("deleted")) : (this.#T || this.#f) && (this.#T && this.#S?.(n, e2, t), this.#f && this.#r?.push([n, e2, t])), this.#s.delete(e2), this.#i[s] = void 0, this.#t[s] = void 0, s === this.#h) this.#h = this.#u[s];
        else if (s === this.#a) this.#a = this.#l[s];
        else {
          let o = this.#u[s];
          this.#l[o] = this.#l[s];
          let l = this.#l[s];
          this.#u[l] = this.#u[s];
        }
        this.#n--, this.#y.push(s);
      }
    }
    if (this.#f && this.#r?.length) {
      let s = this.#r, n;
      for (; n = s?.shift(); ) this.#w?.(...n);
    }
    return i;
  }
  clear() {
    return this.#q("delete");
  }
  #q(e2) {
    for (let t of this.#z({ allowStale: !0 })) {
      let i = this.#t[t];
      if (this.#e(i)) i.__abortController.abort(new Error("deleted"));
      else {
        let s = this.#i[t];
        this.#T && this.#S?.(i, s, e2), this.#f && this.#r?.push([i, s, e2]);
      }
    }
    if (this.#s.clear(), this.#t.fill(void 0), this.#i.fill(void 0), this.#d && this.#F) {
      this.#d.fill(0), this.#F.fill(0);
      for (let t of this.#g ?? []) t !== void 0 && clearTimeout(t);
      this.#g?.fill(void 0);
    }
    if (this.#_ && this.#_.fill(0), this.#a = 0, this.#h = 0, this.#y.length = 0, this.#b = 0, this.#n = 0, this.#f && this.#r) {
      let t = this.#r, i;
      for (; i = t?.shift(); ) this.#w?.(...i);
    }
  }
};

// src/runtime/clock.ts
var latest = 0, stepsBack = 0;
function now() {
  if (typeof performance == "object") return Math.floor(performance.now());
  let timeOfDay = Date.now();
  return stepsBack += Math.max(0, latest - timeOfDay), latest = timeOfDay, timeOfDay + stepsBack;
}
async function timed(sums, part, work) {
  let start = now();
  try {
    return await work;
  } finally {
    sums[part] += now() - start;
  }
}

// src/runtime/deadline.ts
var Deadline = class {
  endsAt;
  /** @param milliseconds from now on */
  constructor(milliseconds) {
    this.endsAt = now() + milliseconds;
  }
  /** Milliseconds left, never negative. */
  left() {
    return Math.max(0, this.endsAt - now());
  }
  /**
   * The outcome of `work`, or the error made by `late` if time runs out first. The work itself goes on, unheard.
   */
  async within(work, late2) {
    let timer, timeUp = new Promise((_, reject) => {
      timer = setTimeout(() => reject(late2()), this.left());
    });
    try {
      return await Promise.race([work, timeUp]);
    } finally {
      clearTimeout(timer);
    }
  }
  /** Waits for `work`, which never fails; tells whether it ended in time. */
  sees(work) {
    return new Promise((resolve) => {
      let timer = setTimeout(() => resolve(!1), this.left());
      work.then(() => {
        clearTimeout(timer), resolve(!0);
      });
    });
  }
};
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// src/runtime/fault.ts
var LASTING = "if this lasts, open a case with LivePerson", Fault = class extends Error {
  name = "Fault";
  responsible;
  /** Short machine-readable reason; it becomes the `intentId` that the agent sees. */
  reason;
  /** What the operator should do next. */
  remedy;
  /** Milliseconds after which the same request is safe to repeat; absent when it may have been processed. */
  retryAfterMs;
  /** Whether Clinc certainly processed nothing. */
  isUnprocessed;
  cause;
  constructor(responsible, reason, remedy, details2 = {}) {
    super(`${reason}: ${remedy}`), this.responsible = responsible, this.reason = reason, this.remedy = remedy, this.retryAfterMs = details2.retryAfterMs;
    let isRefused = responsible === "settings" || details2.retryAfterMs !== void 0;
    this.isUnprocessed = details2.isUnprocessed ?? isRefused, this.cause = strip(details2.cause, details2.status);
  }
};
function faultOf(error) {
  if (error instanceof Fault) return error;
  let remedy = "this is a defect of the function itself; please report it with this line";
  return new Fault("contract", "internal_error", remedy, { cause: error });
}
var CODE = /^[\w.-]{1,60}$/;
function strip(cause, status) {
  let code = errorCode(cause);
  return isJsonObject(cause) ? { name: typeof cause.name == "string" && CODE.test(cause.name) ? cause.name : "Error", ...code && { code }, ...status !== void 0 && { status } } : status === void 0 ? void 0 : { name: "HttpStatus", status };
}
function errorCode(error, depth = 3) {
  return !isJsonObject(error) || depth === 0 ? "" : typeof error.code == "string" && CODE.test(error.code) ? error.code : errorCode(error.cause, depth - 1) || errorCode(error.error, depth - 1);
}

// node_modules/axios/lib/utils.js
var utils_default = {
  forEach: (transforms, each) => transforms.forEach(each),
  toSafeFlatObject: (config2) => Object.assign(/* @__PURE__ */ Object.create(null), config2),
  getSafeProp: (config2, name) => config2[name]
};

// node_modules/axios/lib/defaults/index.js
var defaults_default = { headers: {} };

// node_modules/axios/lib/core/AxiosHeaders.js
var AxiosHeaders = class _AxiosHeaders {
  constructor(headers2) {
    Object.assign(this, headers2);
  }
  static from(headers2) {
    return headers2 instanceof _AxiosHeaders ? headers2 : new _AxiosHeaders(headers2);
  }
  static concat(...all) {
    return new _AxiosHeaders(Object.assign({}, ...all));
  }
  normalize() {
  }
  setContentType() {
  }
  toJSON() {
    return { ...this };
  }
};

// node_modules/axios/lib/core/transformData.js
function transformData(fns, response) {
  let config2 = this || defaults_default, context = response || config2, headers2 = AxiosHeaders.from(context.headers), data = context.data;
  return utils_default.forEach(fns, function(fn) {
    data = fn.call(config2, data, headers2.normalize(), response ? response.status : void 0);
  }), headers2.normalize(), data;
}

// node_modules/axios/lib/adapters/adapters.js
var adapters_default = { getAdapter: (adapter) => adapter };

// node_modules/axios/lib/core/dispatchRequest.js
var isCancel = () => !1, throwIfCancellationRequested = () => {
}, resolveClock = () => Date.now, elapsedSince = () => 0;
function dispatchRequest(_config) {
  let config2 = utils_default.toSafeFlatObject(_config);
  throwIfCancellationRequested(config2), config2.headers = AxiosHeaders.from(utils_default.getSafeProp(config2, "headers")), config2.data = transformData.call(config2, config2.transformRequest), ["post", "put", "patch"].indexOf(config2.method) !== -1 && config2.headers.setContentType("application/x-www-form-urlencoded", !1);
  let adapter = adapters_default.getAdapter(config2.adapter || defaults_default.adapter, config2), now2 = resolveClock(), start = now2();
  return adapter(config2).then(
    function(response) {
      throwIfCancellationRequested(config2), response.duration = elapsedSince(now2, start), config2.response = response;
      try {
        response.data = transformData.call(config2, config2.transformResponse, response);
      } finally {
        delete config2.response;
      }
      return response.headers = AxiosHeaders.from(response.headers), response;
    },
    function(reason) {
      if (!isCancel(reason) && (throwIfCancellationRequested(config2), reason && reason.response)) {
        reason.response.duration = elapsedSince(now2, start), config2.response = reason.response;
        try {
          reason.response.data = transformData.call(
            config2,
            config2.transformResponse,
            reason.response
          );
        } finally {
          delete config2.response;
        }
        reason.response.headers = AxiosHeaders.from(reason.response.headers);
      }
      return Promise.reject(reason);
    }
  );
}

// node_modules/axios/lib/core/mergeConfig.js
var { assign } = Object, mergeConfig_default = (a, b) => assign({}, a, b, { headers: assign({}, a.headers, b.headers) });

// node_modules/axios/lib/core/AxiosError.js
var AxiosError_default = class extends Error {
  constructor(message3, code) {
    super(message3), this.name = "AxiosError", this.code = code;
  }
};

// node_modules/axios/lib/axios.js
var create = (ours) => ({ request: async (config2) => dispatchRequest(mergeConfig_default(ours, config2)) }), axios_default = { create };

// src/runtime/http-exchange.ts
function outgoing({
  url = "",
  timeout = 0,
  method = "post",
  headers: headers2,
  data
}) {
  let all = headers2.toJSON();
  return { url, timeout, request: { method: method.toUpperCase(), headers: all, body: data } };
}
var READ_HEADERS = ["retry-after", "location"];
function answerHeaders(find) {
  let headers2 = {};
  for (let name of READ_HEADERS) {
    let value = find(name);
    typeof value == "string" && (headers2[name] = value);
  }
  return headers2;
}
function tooLong(read, { maxContentLength = Number.POSITIVE_INFINITY }) {
  return read > maxContentLength ? new AxiosError_default("The answer is too long", "ERR_BAD_RESPONSE") : void 0;
}
function late() {
  return new AxiosError_default("No answer in time", "ETIMEDOUT");
}
function noAnswer(error) {
  return error instanceof AxiosError_default ? error : new AxiosError_default("No answer", errorCode(error));
}

// src/runtime/fetch-adapter.ts
function fetchAdapter() {
  return async (config2) => {
    let { url, timeout, request } = outgoing(config2), controller = new AbortController(), { signal: signal3 } = controller, timer = setTimeout(() => controller.abort(), timeout);
    try {
      let response = await fetch(url, { ...request, redirect: "manual", signal: signal3 });
      return {
        data: await readText(response, config2),
        status: response.status,
        statusText: "",
        headers: answerHeaders((name) => response.headers.get(name)),
        config: config2
      };
    } catch (error) {
      let fault = signal3.aborted ? late() : noAnswer(error);
      throw controller.abort(), fault;
    } finally {
      clearTimeout(timer);
    }
  };
}
async function readText(response, config2) {
  let reader = response.body?.getReader();
  if (!reader) return "";
  let chunks = [], read = 0;
  for (; ; ) {
    let { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString();
    read += value.length;
    let error = tooLong(read, config2);
    if (error) throw error;
    chunks.push(value);
  }
}

// src/runtime/json-client.ts
var MAX_ANSWER_LENGTH = 1e6;
function jsonClient({ adapter }) {
  return axios_default.create({
    adapter,
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    maxContentLength: MAX_ANSWER_LENGTH,
    validateStatus: () => !0,
    transformRequest: [(data) => JSON.stringify(data)],
    transformResponse: [(body) => typeof body == "string" ? fromJson(body) : body]
  });
}
function fromJson(text2) {
  try {
    return JSON.parse(text2.trim());
  } catch {
    return text2;
  }
}

// src/runtime/kept.ts
var KEPT_FOR_MS = 5 * 6e4, TRIED_AGAIN_AFTER_MS = 6e4;
function keptFrom(read) {
  let kept2;
  async function fresh(deadline) {
    let value = await read(deadline);
    return kept2 = { value, until: now() + KEPT_FOR_MS }, inUse(value);
  }
  return {
    fresh,
    async current(deadline) {
      if (!kept2) return fresh(deadline);
      if (now() >= kept2.until)
        try {
          return await fresh(new Deadline(deadline.left() / 4));
        } catch (error) {
          if (!(error instanceof Fault) || error.responsible !== "network") throw error;
          kept2.until = now() + TRIED_AGAIN_AFTER_MS;
        }
      return inUse(kept2.value);
    }
  };
}
function inUse(value) {
  if (value instanceof Fault) throw value;
  return value;
}

// src/agent/desk/loopback.ts
function isLoopback(hostname) {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}

// src/agent/desk/domains.ts
var LIVEPERSON = /\.(liveperson|lpsnmedia)\.net$/, service = record2({ baseURI: text });
function domainOf(name, account, domainApi2) {
  let http = jsonClient({ adapter: fetchAdapter(), proxied: !1 }), path = `/api/account/${encodeURIComponent(account)}/service/${name}/baseURI.json?version=1.0`, { href: url } = new URL(path, domainApi2), isStandIn = isLoopback(domainApi2.hostname);
  return keptFrom(async (deadline) => {
    let { status, data } = await http.request({ method: "get", url, timeout: deadline.left() }).catch((cause) => {
      throw unavailable({ cause });
    });
    if (status === 404) throw unknown({ status });
    if (status !== 200) throw unavailable({ status });
    return originOf(readAs(service, data).baseURI, isStandIn);
  });
  function unknown(details2) {
    let remedy = `LivePerson's domain API knows no service ${name} of the account; check LIVEPERSON_ACCOUNT`;
    return new Fault("settings", "account_unknown", remedy, details2);
  }
}
function unavailable(details2) {
  let remedy = "LivePerson's domain API does not answer; check that the desk may reach it";
  return new Fault("network", "domain_api_unavailable", remedy, details2);
}
function originOf(named3, isStandIn) {
  let address2 = `${isStandIn ? "http" : "https"}://${named3}`, url = /^[a-z\d.-]+(:\d+)?$/i.test(named3) && URL.canParse(address2) ? new URL(address2) : void 0;
  if (url && (isStandIn ? isLoopback(url.hostname) : LIVEPERSON.test(url.hostname))) return url.origin;
  let remedy = "LivePerson's domain API named a host that is not LivePerson's, so nothing was sent there";
  throw new Fault("contract", "domain_foreign", remedy);
}

// src/agent/desk/refusal.ts
var Refusal = class extends Error {
  /**
   * @param retryAfter seconds after which the call may be repeated
   * @param status where it is not the usual one of the code
   */
  constructor(code, { retryAfter, status = STATUS[code] } = {}) {
    super(code);
    this.code = code;
    this.status = status, this.retryAfter = retryAfter;
  }
  code;
  name = "Refusal";
  status;
  retryAfter;
  /** As the widget gets to know it. */
  response() {
    let { code, retryAfter, status } = this, body = { error: { code, ...retryAfter !== void 0 && { retryAfter } } }, headers2 = retryAfter === void 0 ? {} : { "Retry-After": String(retryAfter) };
    return Response.json(body, { status, headers: headers2 });
  }
}, STATUS = {
  bad_request: 400,
  sign_in_required: 401,
  not_assigned: 403,
  not_found: 404,
  too_many: 429,
  unavailable: 503
};

// src/agent/desk/assignment.ts
var KEPT_FOR_MS2 = 6e4, MOST_KEPT = 1e4, LIMIT_MS = 3e3, NEW_TOKEN = 60;
function assignmentCheck(account, domainApi2) {
  let domain = domainOf("messagingRestApiDomain", account, domainApi2), http = jsonClient({ adapter: fetchAdapter(), proxied: !1 }), allowed2 = new I({ max: MOST_KEPT, ttl: KEPT_FOR_MS2 });
  return async ({ agent, tokens }, conversationId2) => {
    let pair = `${agent} ${conversationId2}`;
    if (allowed2.has(pair)) return;
    if (!tokens.access) throw new Refusal("sign_in_required");
    let deadline = new Deadline(LIMIT_MS), origin = await domain.current(deadline), { status } = await http.request({
      method: "get",
      url: `${origin}/messaging/v1/conversations/${encodeURIComponent(conversationId2)}`,
      headers: {
        Authorization: `Bearer ${tokens.access}`,
        "Brand-ID": account,
        "Client-source": "clinc-desk",
        "Request-ID": randomUUID()
      },
      timeout: deadline.left()
    }).catch((cause) => {
      throw unavailable2({ cause });
    });
    if (status === 401) throw new Refusal(isNew(tokens.accessSince) ? "not_assigned" : "sign_in_required");
    if (status === 403 || status === 404) throw new Refusal("not_assigned");
    if (status !== 200) throw unavailable2({ status });
    allowed2.set(pair, !0);
  };
}
function isNew(since = 0) {
  return Date.now() / 1e3 - since < NEW_TOKEN;
}
function unavailable2(details2) {
  let remedy = "LivePerson's Messaging REST API did not say whose conversation it is, so nobody sees it; check that the desk may reach it";
  return new Fault("network", "assignment_unknown", remedy, details2);
}

// src/agent/desk/audit.ts
var auditLine = (call) => {
  process.stdout.write(`${JSON.stringify({ at: (/* @__PURE__ */ new Date()).toISOString(), ...call })}
`);
};

// src/record/place.ts
var PLAIN = /^[\w-]{1,100}$/;
function isRecordable(conversationId2) {
  return PLAIN.test(conversationId2);
}
function recordPlace(host, account, prefix) {
  let address2 = contextAddress(host);
  if (!(address2 === void 0 || !PLAIN.test(account)))
    return { address: address2, account, namespace: `${prefix.replace(/-/g, "_")}_conversation` };
}
function urlIn({ address: address2, account }, ...segments) {
  return [`${address2}/v1/account`, ...[account, ...segments].map(encodeURIComponent)].join("/");
}
function contextAddress(host) {
  return /^z[1-3]$/.test(host) ? `https://${host}.context.liveperson.net` : /^([a-z\d-]+\.)+liveperson\.net$/i.test(host) ? `https://${host}` : /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host) ? host : void 0;
}

// src/record/faults.ts
var SERVICE = "LivePerson's Conversation Context Service", keyRefused = named("settings", "key_refused", `put a valid key of ${SERVICE} into its secret`), notAllowed = named(
  "settings",
  "not_allowed",
  "add *.context.liveperson.net to the allowed domains of LivePerson Functions and wait ten minutes"
), zoneWrong = named("settings", "zone_wrong", `set CONTEXT_HOST to the zone of the account's ${SERVICE}`), throttled = named("network", "throttled", "LivePerson limits the rate of calls; ask for a higher one"), unusable = named("contract", "unusable", `${SERVICE} answered otherwise than documented; ${LASTING}`), unavailable3 = named("network", "unavailable", `${SERVICE} is down, slow or out of reach; ${LASTING}`), UNAVAILABLE = "context_unavailable", PROXY_WORDS = /you do not have access to the page/i;
function faultOfContext(status, body, proxied) {
  let details2 = { status }, isProxys = proxied && typeof body == "string" && PROXY_WORDS.test(body);
  return status === 403 && isProxys ? notAllowed(details2) : status === 401 || status === 403 ? keyRefused(details2) : status === 404 || status >= 300 && status < 400 ? zoneWrong(details2) : status === 429 ? throttled(details2) : status >= 500 ? unavailable3(details2) : unusable(details2);
}
function faultOfNoContext(cause, proxied) {
  let code = errorCode(cause);
  return proxied && code === "ERR_SOCKET_CLOSED" ? notAllowed({ cause }) : code === "ENOTFOUND" ? zoneWrong({ cause }) : /^(ERR_BAD_RESPONSE$|Z_|HPE_)/.test(code) ? unusable({ cause }) : unavailable3({ cause });
}
function faultOfKey(key) {
  return /^[\x21-\x7e]+$/.test(key) ? void 0 : keyRefused({});
}
function isTooSlow({ cause }) {
  return /TIMED?OUT/.test(cause?.code ?? "");
}
function named(responsible, reason, remedy) {
  return (details2) => new Fault(responsible, `context_${reason}`, remedy, details2);
}

// src/record/context-service.ts
function contextService(transport) {
  let http = jsonClient(transport), { proxied } = transport;
  return async ({ key, ...request }) => {
    let malformed2 = faultOfKey(key);
    if (malformed2) return malformed2;
    let headers2 = { "maven-api-key": key }, answer = await http.request({ ...request, headers: headers2 }).catch((error) => faultOfNoContext(error, proxied));
    if (answer instanceof Fault) return answer;
    let { status, data } = answer, isRead = request.method === "get";
    return isRead && status === 200 && isJsonObject(data) ? data : status === 404 && (isRead || request.method === "delete") || !isRead && status === 204 ? void 0 : faultOfContext(status, data, proxied);
  };
}

// src/record/expiry.ts
var TELL_MS = 400, REMEMBERED = 1e3, NAMESPACE = "";
function expiryOf({ call }, place, keptSeconds) {
  let { namespace } = place, told3 = /* @__PURE__ */ new Map();
  function tell(sessionId, key) {
    let known2 = told3.get(sessionId);
    if (known2) return known2;
    let [url, data] = sessionId === NAMESPACE ? [urlIn(place), { name: namespace }] : [urlIn(place, "namespace", namespace, "session"), { sessionId }], request = { url: `${url}?ttlSecond=${keptSeconds}`, key, data, timeout: TELL_MS }, telling = call({ method: "post", ...request }).then((called) => (called.status !== "on" && told3.delete(sessionId), called));
    return remember(sessionId, telling), telling;
  }
  function remember(sessionId, telling) {
    told3.set(sessionId, telling);
    let [oldest = sessionId] = told3.keys();
    told3.size > REMEMBERED && told3.delete(oldest);
  }
  return {
    async obstacle(conversationId2, key) {
      return (await Promise.all([tell(NAMESPACE, key), tell(conversationId2, key)])).find(({ status }) => status !== "on");
    },
    found(conversationId2, isThere) {
      isThere ? remember(conversationId2, Promise.resolve({ status: "on" })) : told3.delete(conversationId2);
    }
  };
}

// src/record/resending.ts
var ENOUGH_MS = 400;
function resending(callContext) {
  return async (request) => {
    let deadline = new Deadline(request.timeout), found = await callContext(request), isLost = request.method === "patch" && found instanceof Fault && found.reason === UNAVAILABLE, timeout = deadline.left();
    return isLost && timeout >= ENOUGH_MS ? callContext({ ...request, timeout }) : found;
  };
}

// src/record/resting.ts
var FAILURES_IN_A_ROW = 3, TOO_MANY_REQUESTS = 429, REST_MS = 3e4;
function restingService(callContext) {
  let hasCalled = !1, hasAnswered = !1, failures = 0, rest = new Deadline(0);
  return {
    hasAnswered: () => hasAnswered,
    async call(request) {
      if (rest.left() > 0) return { status: "resting" };
      let isFirst = !hasCalled;
      hasCalled = !0;
      let found = await callContext(request);
      if (!(found instanceof Fault))
        return hasAnswered = !0, failures = 0, { status: "on", found };
      let status = found.cause?.status;
      return status && (hasAnswered = !0), (!isFirst || !isTooSlow(found)) && (failures += 1), (failures >= FAILURES_IN_A_ROW || status === TOO_MANY_REQUESTS) && (rest = new Deadline(REST_MS)), { status: "failed", fault: found };
    }
  };
}

// src/record/shape.ts
var only = (shape) => transform((value) => {
  let given = isJsonObject(value) ? value : {}, fields = Object.entries(shape).map(([name, schema]) => [name, readAs(schema, given[name])]);
  return Object.fromEntries(fields);
}), LONGEST = 256, short = transform((value) => readAs(text, value).slice(0, LONGEST)), count = transform((value) => asNumber(value) ?? 0), fingerprint = transform(
  (value) => typeof value == "string" && /^[\w+/]{22}==$/.test(value) ? value : ""
), time2 = count, stamp = { v: count, rev: count, at: time2 }, turnShape = only({
  at: time2,
  said: short,
  intent: short,
  name: short,
  score: count,
  outcome: short,
  state: short,
  /** Clinc's id of the query. */
  qid: short
}), agentShape = only({ ...stamp, why: short, turns: list(turnShape), sealed: text }), details = transform(
  (value) => Object.fromEntries(
    Object.entries(isJsonObject(value) ? value : {}).map(([label, detail]) => [
      label,
      readAs(short, detail)
    ])
  )
), agentSecrets = list(only({ at: time2, details })), botShape = only({
  ...stamp,
  dialog: short,
  /** Of the last event; LivePerson counts from 0, and some events have none. */
  sequence: number3,
  /** How many messages the last reply had. */
  messages: count,
  misunderstood: count,
  failed: count,
  transferredAt: time2,
  isPublic: flag,
  language: short,
  /** Clinc's id of its session. */
  session: short,
  /** Clinc has started over since the conversation was last handed over. */
  isRestarted: flag,
  lastWords: fingerprint,
  sealed: text
}), choices = list(only({ title: text, say: text })), botSecrets = only({
  open: only({ at: time2, shown: choices, numbered: choices }),
  replies: list(only({ key: fingerprint, reply: anything }))
}), claimShape = only({
  key: fingerprint,
  dialog: short,
  sequence: count,
  at: time2,
  forMs: count,
  done: flag
});
function parseRecord(properties, since) {
  let fresh = (value) => readAs(written, value).at < since ? void 0 : value, claims = Object.keys(properties).filter((name) => /^claim[0-7]$/.test(name));
  return {
    agent: readAs(agentShape, fresh(properties.agent)),
    bot: readAs(botShape, fresh(properties.bot)),
    claims: claims.map((name) => readAs(claimShape, properties[name]))
  };
}
var written = only({ at: time2 });

// src/record/store.ts
var READ_MS = 400, FIRST_READ_MS = 1500, WRITE_MS = 800;
function recordStore(transport, place, keptHours) {
  if (!place) return NO_STORE;
  let keptSeconds = keptHours * 3600, service2 = restingService(resending(contextService(transport))), expiry = expiryOf(service2, place, keptSeconds), urlOf = (conversationId2) => urlIn(place, place.namespace, conversationId2, "properties");
  return {
    async read(conversationId2, key) {
      if (!isUsed(conversationId2, key)) return { status: "off" };
      let timeout = service2.hasAnswered() ? READ_MS : FIRST_READ_MS, called = await service2.call({ method: "get", url: urlOf(conversationId2), key, timeout }), { status, found = {}, fault } = called;
      if (status !== "on") return { status, fault };
      let record3 = parseRecord(found, Date.now() - keptSeconds * 1e3), isThere = record3.agent.at + record3.bot.at > 0;
      return expiry.found(conversationId2, isThere), { status: isThere ? "on" : "none", record: record3 };
    },
    async write(conversationId2, key, data) {
      if (!isUsed(conversationId2, key)) return { status: "off" };
      let obstacle = await expiry.obstacle(conversationId2, key);
      return obstacle || service2.call({ method: "patch", url: urlOf(conversationId2), key, data, timeout: WRITE_MS });
    }
  };
}
var NO_STORE = {
  read: async () => ({ status: "off" }),
  write: async () => ({ status: "off" })
};
function isUsed(conversationId2, key) {
  return key !== "" && isRecordable(conversationId2);
}

// src/clinc/switch.ts
var SwitchedOff = class extends Fault {
  /** @param way what consumers get meanwhile: a person, or an apology */
  constructor(way, secret) {
    super("settings", "switched_off", `to let the bot work again, remove the secret "${secret}"`);
    this.way = way;
  }
  way;
};
function readSwitch(value, secret) {
  let way = value.toLowerCase();
  return way === "transfer" || way === "apology" ? new SwitchedOff(way, secret) : void 0;
}

// src/clinc/access.ts
function checkedAccess(host, appKey, aiVersion, prefix) {
  return required2(host, `${prefix}_host`), required2(appKey, `${prefix}_app_key`), {
    endpoint: queryEndpoint(host, `${prefix}_host`),
    appKey: checkedKey(appKey, `${prefix}_app_key`),
    aiVersion: checkedVersion(aiVersion, `${prefix}_ai_version`)
  };
}
function required2(value, name) {
  if (value === "")
    throw new Fault(
      "settings",
      "secret_missing",
      `create the secret "${name}" in LivePerson Functions (Settings, Secret Storage) and deploy the function again`
    );
}
function queryEndpoint(host, name) {
  let url = parseUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(host) ? host : `https://${host}`), isLoopback2 = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname || ""), isSafe = url?.protocol === "https:" || url?.protocol === "http:" && isLoopback2;
  if (!url || !isSafe || url.username || url.password || url.search || url.hash || /[\s\\]/.test(host))
    throw new Fault(
      "settings",
      "host_malformed",
      `the secret "${name}" must be a host such as api.clinc.example, with or without https://, a port and a path; http is for loopback only`
    );
  return `${url.origin}${url.pathname.replace(/(\/v1\/query)?\/*$/, "")}/v1/query`;
}
function parseUrl(address2) {
  try {
    return new URL(address2);
  } catch {
    return;
  }
}
function checkedKey(key, name) {
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new Fault(
    "settings",
    "app_key_malformed",
    `the secret "${name}" must be the bare App-Key, stored as text: one word of plain letters, digits and signs`
  );
}
function isAiVersion(text2) {
  return /^([\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12})?$/i.test(text2);
}
function checkedVersion(version2, name) {
  if (isAiVersion(version2)) return version2;
  throw new Fault(
    "settings",
    "ai_version_malformed",
    `the secret "${name}" must be the UUID of an AI version, or be left out for Clinc's default`
  );
}

// src/agent/secrets.ts
function agentSecrets2(readSecret, prefix) {
  return keptFrom(async (deadline) => {
    let read = (name) => readSecret(`${prefix}_${name}`, deadline), [host, appKey, aiVersion, assistAiVersion, contextKey, off] = await Promise.all([
      read("host"),
      read("app_key"),
      read("ai_version"),
      read("assist_ai_version"),
      read("context_key"),
      read("off")
    ]);
    return { host, appKey, aiVersion, assistAiVersion, contextKey, off };
  });
}
async function withSecrets(secrets, deadline, work) {
  let kept2 = await secrets.current(deadline);
  try {
    return await work(kept2);
  } catch (error) {
    if (!(error instanceof Fault) || error.responsible !== "settings") throw error;
    let fresh = await secrets.fresh(deadline).catch(() => kept2);
    if (JSON.stringify(fresh) === JSON.stringify(kept2)) throw error;
    return work(fresh);
  }
}

// src/agent/assist.ts
var AssistOff = class extends Fault {
  /**
   * @param reason short and machine-readable
   * @param remedy how to turn suggestions on
   */
  constructor(reason, remedy) {
    super("settings", reason, remedy);
  }
};
function assistAccess(secrets, prefix) {
  let access = ({
    host,
    appKey,
    aiVersion,
    assistAiVersion,
    contextKey,
    off
  }) => {
    let name = `${prefix}_assist_ai_version`;
    if (assistAiVersion === "") throw unset(name);
    if (assistAiVersion.toLowerCase() === aiVersion.toLowerCase())
      throw botsOwn(name, `${prefix}_ai_version`);
    let switchedOff = readSwitch(off, `${prefix}_off`);
    if (switchedOff) throw new AssistOff(switchedOff.reason, switchedOff.remedy);
    if (!isAiVersion(assistAiVersion)) throw malformed(name);
    return { ...checkedAccess(host, appKey, "", prefix), aiVersion: assistAiVersion, contextKey };
  };
  return {
    current: (deadline) => withSecrets(secrets, deadline, access),
    fresh: (deadline) => secrets.fresh(deadline).then(access)
  };
}
function unset(name) {
  return new AssistOff(
    "assist_version_missing",
    `put the UUID of an AI version without side effects into the secret "${name}"; without it nothing is suggested`
  );
}
function malformed(name) {
  return new Fault(
    "settings",
    "ai_version_malformed",
    `the secret "${name}" must be the UUID of an AI version`
  );
}
function botsOwn(name, botsName) {
  return new AssistOff(
    "assist_version_is_the_bots",
    `put another UUID into the secret "${name}" than into "${botsName}", of an AI version without side effects: each suggestion runs its business logic`
  );
}

// src/record/properties.ts
var MOST_BYTES = 16 * 1024;
async function turnsOf({ agent }, sealing) {
  let found = readAs(agentSecrets, await sealing.unseal("agent", agent.rev, agent.sealed)), detailsAt = (time3) => found.find(({ at }) => at === time3)?.details ?? {};
  return agent.turns.map((turn) => ({ ...turn, details: detailsAt(turn.at) }));
}

// src/record/sealing.ts
var INFO = "clinc-for-liveperson record 1";
function sealingOf(appKey, conversationId2, { account, namespace }) {
  let derived, keys = () => (derived ??= derive(appKey, conversationId2), derived), cipher = (property, rev, iv) => ({
    name: "AES-GCM",
    iv,
    additionalData: Buffer.from(`${account}/${namespace}/${conversationId2}/${property}/${rev}`)
  });
  return {
    seal: (property, rev, value) => orElse("", async () => {
      let { subtle, sealing } = await keys(), nonce = crypto.getRandomValues(new Uint8Array(12)), json2 = Buffer.from(JSON.stringify(value)), sealed2 = await subtle.encrypt(cipher(property, rev, nonce), sealing, json2);
      return Buffer.concat([nonce, new Uint8Array(sealed2)]).toString("base64");
    }),
    unseal: (property, rev, sealed2) => orElse(void 0, async () => {
      if (sealed2 === "") return;
      let { subtle, sealing } = await keys(), bytes = Buffer.from(sealed2, "base64"), nonce = bytes.subarray(0, 12), json2 = await subtle.decrypt(cipher(property, rev, nonce), sealing, bytes.subarray(12));
      return JSON.parse(Buffer.from(json2).toString());
    }),
    fingerprint: (text2) => orElse("", async () => {
      let { subtle, marking } = await keys(), whole = await subtle.sign("HMAC", marking, Buffer.from(text2));
      return Buffer.from(whole, 0, 16).toString("base64");
    })
  };
}
async function derive(appKey, conversationId2) {
  let { subtle } = globalThis.crypto, hash = "SHA-256", secret = await subtle.importKey("raw", Buffer.from(appKey), "HKDF", !1, ["deriveBits"]), source = { name: "HKDF", hash, salt: Buffer.from(conversationId2), info: Buffer.from(INFO) }, bits = await subtle.deriveBits(source, secret, 512), [sealing, marking] = await Promise.all([
    subtle.importKey("raw", bits.slice(0, 32), "AES-GCM", !1, ["encrypt", "decrypt"]),
    subtle.importKey("raw", bits.slice(32), { name: "HMAC", hash }, !1, ["sign"])
  ]);
  return { subtle, sealing, marking };
}
async function orElse(otherwise, work) {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

// src/agent/records.ts
async function newestRecord(records, conversationId2, contextKey) {
  if (contextKey === "") throw recordOff();
  if (!records.some(({ place }) => place)) throw accountUnknown();
  if (!isRecordable(conversationId2)) return;
  let readings = await Promise.all(records.map(({ store }) => store.read(conversationId2, contextKey))), found = readings.flatMap(({ record: record3 }, index) => {
    let place = records[index]?.place;
    return place && record3 && record3.agent.at > 0 ? [{ place, record: record3 }] : [];
  }), [newest] = found.sort((one, other) => other.record.agent.at - one.record.agent.at), failure2 = readings.map(failureOf).find(Boolean);
  if (!newest && failure2) throw failure2;
  return newest;
}
function failureOf({ status, fault }) {
  return status === "failed" || status === "resting" ? fault ?? resting() : void 0;
}
function recordOff() {
  let remedy = "the bot keeps no record of conversations; store the key of LivePerson's Conversation Context Service in the secret that ends in _context_key, for the bot as well";
  return new Fault("settings", "record_off", remedy);
}
function accountUnknown() {
  return new Fault("settings", "context_account_unknown", "set CONTEXT_ACCOUNT, or no record can be found");
}
function resting() {
  let remedy = "LivePerson's Conversation Context Service has failed and is left alone for half a minute";
  return new Fault("network", "context_resting", remedy);
}

// src/agent/briefing.ts
var SECRETS_MS = 3e3;
function briefingReader({ secrets, records }) {
  return async (conversationId2) => {
    try {
      return await withSecrets(secrets, new Deadline(SECRETS_MS), async ({ appKey, contextKey }) => {
        let found = await newestRecord(records, conversationId2, contextKey);
        return found ? briefingOf(found, appKey, conversationId2) : { status: "none" };
      });
    } catch (error) {
      return { status: "unavailable", fault: faultOf(error) };
    }
  };
}
async function briefingOf({ record: record3, place }, appKey, conversationId2) {
  let { why, at } = record3.agent, turns = await turnsOf(record3, sealingOf(appKey, conversationId2, place));
  return { status: "ok", ...why && { why }, turns: turns.map(briefedTurn), at };
}
function briefedTurn({ at, said, intent, name, score, outcome, state, details: details2 }) {
  return {
    at,
    said,
    intent,
    name,
    score,
    outcome,
    ...state && { state },
    ...Object.keys(details2).length > 0 && { details: details2 }
  };
}

// src/runtime/secrets.ts
function storageUnavailable(cause) {
  let remedy = `LivePerson's Secret Storage did not answer in time; ${LASTING}`;
  return new Fault("network", "secret_storage_unavailable", remedy, { cause, isUnprocessed: !0 });
}

// src/clinc/faults.ts
var RECONNECT_MS = 200;
function faultOfAnswer({ status, headers: headers2, body }, proxied) {
  let byProxy = proxied && typeof body == "string" && PROXY_WORDS2.test(body);
  if (status === 403 && byProxy) return domainNotAllowed({ status });
  if (status === 401 || status === 403) return keyRefused2(status);
  if (status === 404 || status === 410)
    return wrongAddress("there is no Query API at the configured host", status);
  if (status >= 300 && status < 400) return wrongAddress("the configured host redirects elsewhere", status);
  if (status === 429) return throttled2(status, retryAfterMs(headers2), byProxy);
  if (status >= 500) {
    let isBusy = status === 503, details2 = {
      status,
      isUnprocessed: isBusy,
      retryAfterMs: isBusy ? retryAfterMs(headers2) : void 0
    };
    return new Fault(
      "clinc",
      "clinc_unavailable",
      "Clinc answered with a server error; ask Clinc's support",
      details2
    );
  }
  if (status >= 400) {
    let remedy = "Clinc refused the query; check CLINC_LANGUAGE, CLINC_DEVICE and the AI version";
    return new Fault("contract", QUERY_REFUSED, remedy, { status, isUnprocessed: !0 });
  }
  return faultInDisguise(body, status);
}
var PROXY_WORDS2 = /you do not have access to the page|too many requests/i;
function faultInDisguise(body, status) {
  if (!(!isJsonObject(body) || isJsonObject(body.visuals) || typeof body.detail != "string"))
    return /access token/i.test(body.detail) ? keyRefused2(status) : /throttled/i.test(body.detail) ? throttled2(status, void 0, !1) : void 0;
}
function faultOfSilence(error, proxied) {
  let code = errorCode(error), details2 = { cause: error };
  if (proxied && code === "ERR_SOCKET_CLOSED") return domainNotAllowed(details2);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    let remedy2 = "the configured host is not known to DNS; check the spelling of the host secret";
    return new Fault(code === "ENOTFOUND" ? "settings" : "network", "host_unknown", remedy2, {
      ...details2,
      retryAfterMs: RECONNECT_MS
    });
  }
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(GET|VERIFY)/.test(code)) {
    let remedy2 = "the TLS certificate of the configured host is not trusted by LivePerson; install a public one";
    return new Fault("settings", "host_certificate", remedy2, details2);
  }
  if (/TIMED?OUT|^ECONNABORTED$/.test(code)) {
    let remedy2 = "Clinc did not answer in time; look at its latency, or raise CLINC_TIMEOUT_MS";
    return new Fault("clinc", "clinc_timeout", remedy2, details2);
  }
  if (code === "ERR_BAD_RESPONSE") return unusableReply("Clinc's answer is too long to be a reply");
  if (/^(Z|HPE)_/.test(code)) return unusableReply("Clinc's answer could not be decoded");
  let remedy = "the connection to the configured host failed; check that it is up and reachable from LivePerson", retryAfterMs2 = code === "ECONNREFUSED" ? RECONNECT_MS : void 0;
  return new Fault("network", "clinc_unreachable", remedy, { ...details2, retryAfterMs: retryAfterMs2 });
}
function unusableReply(what) {
  let remedy = `${what}; check the competency's templates, the personality behind CLINC_DEVICE and the AI version`;
  return new Fault("contract", "clinc_unusable_reply", remedy);
}
function domainNotAllowed(details2) {
  let remedy = "add the host of Clinc to the allowed domains of LivePerson Functions and wait ten minutes";
  return new Fault("settings", "domain_not_allowed", remedy, details2);
}
var QUERY_REFUSED = "clinc_refused_query", KEY_REFUSED = "key_refused";
function keyRefused2(status) {
  let remedy = "Clinc refused the App-Key; put a valid one into the key secret (making a new one ends the old one)";
  return new Fault("settings", KEY_REFUSED, remedy, { status });
}
function wrongAddress(what, status) {
  return new Fault("settings", "host_wrong", `${what}; correct the host secret`, { status });
}
function throttled2(status, wait, byProxy) {
  let details2 = { status, isUnprocessed: status === 429, retryAfterMs: wait };
  return byProxy ? new Fault(
    "network",
    "platform_throttled",
    "LivePerson allows 20 outbound requests a second per function; spread the load over several functions",
    details2
  ) : new Fault(
    "clinc",
    "clinc_throttled",
    "Clinc limits the rate of queries; ask Clinc for a higher one",
    details2
  );
}
function retryAfterMs(headers2) {
  let value = headers2["retry-after"], seconds2 = asNumber(value), ms = seconds2 === void 0 ? Date.parse(String(value)) - Date.now() : seconds2 * 1e3;
  return Number.isNaN(ms) ? void 0 : Math.max(0, ms);
}

// src/clinc/query.ts
var EXTERNAL_USER_ID = /^[\x20-\x7e]{1,64}$/;
function leftOut({ externalUserId }) {
  return externalUserId === "" || EXTERNAL_USER_ID.test(externalUserId) ? [] : ["the id of CLINC_EXTERNAL_USER was left out: Clinc takes 1 to 64 ASCII characters"];
}
function clincQuery(question, access) {
  return {
    query: question.words,
    language: question.language,
    device: question.device,
    dialog_seed: question.conversationId,
    ...access.aiVersion && { ai_version: access.aiVersion },
    ...EXTERNAL_USER_ID.test(question.externalUserId) && { external_user_id: question.externalUserId },
    ...question.location,
    ...question.context && { liveperson: question.context }
  };
}

// src/clinc/ask.ts
var LONGEST_PAUSE_MS = 2e3, LEFT_FOR_REPEAT_MS = 1e3, CONTEXT_RESTS_MS = 5 * 6e4, CONTEXT_REFUSED = 'context_refused: Clinc takes no key "liveperson" and was asked without it; set CLINC_CONTEXT to none, or ask Clinc to allow it';
function clincAsker(keeper, post) {
  let contextRests = new Deadline(0);
  return async (given, deadline, trace) => {
    let bare = { ...given, context: void 0 }, question = contextRests.left() > 0 ? bare : given, read = (reading) => timed(trace, "secretsMs", reading(deadline)), send = async (access2) => {
      if (deadline.left() === 0) throw storageUnavailable();
      trace.queries += 1;
      let reply = await timed(trace, "clincMs", post(clincQuery(question, access2), access2, deadline));
      return trace.qid = reply.qid, reply;
    };
    trace.remarks.push(...leftOut(question));
    let access = await read(keeper.current);
    try {
      return await send(access);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.reason === KEY_REFUSED) {
        let fresh = await read(() => keeper.fresh(new Deadline(deadline.left() / 2))).catch((failure2) => {
          if (failure2 instanceof SwitchedOff) throw failure2;
          return access;
        });
        if (fresh.appKey === access.appKey && fresh.endpoint === access.endpoint) throw error;
        return send(fresh);
      }
      let isContext = error.reason === QUERY_REFUSED && question.context !== void 0, wait = isContext ? 0 : error.retryAfterMs ?? Number.POSITIVE_INFINITY;
      if (wait > LONGEST_PAUSE_MS || wait + LEFT_FOR_REPEAT_MS > deadline.left()) throw error;
      if (await timed(trace, "clincMs", pause(wait)), !isContext) return send(access);
      question = bare;
      let reply = await send(access);
      return contextRests = new Deadline(CONTEXT_RESTS_MS), trace.remarks.push(CONTEXT_REFUSED), reply;
    }
  };
}

// src/clinc/reply.ts
var clincReply = record2({
  /** Clinc's id of the query, by which its support finds it. */
  qid: text,
  /** The same for as long as Clinc knows the dialog. */
  session_id: text,
  intent: text,
  intent_probability: number3,
  classifier_state: text,
  competency: text,
  /** `{name: ["tokens"]}` without business logic, `{name: {values: [{value, tokens}]}}` with it. */
  slots: record2({}),
  response: record2({ type: text }),
  visuals: anything,
  /** The whole webhook reply; only there when business logic ran. */
  bl_resp: record2({ state: text, visual_payload: record2({ liveperson: anything, agent: anything }) })
}), clincVisuals = record2({
  formattedResponse: text,
  speakableResponse: text,
  liveperson: anything
}), clincSlot = record2({ values: list(record2({ value: text, tokens: text })) });
function parseReply(body) {
  return readAs(clincReply, body);
}

// src/clinc/client.ts
function clincClient(transport) {
  let http = jsonClient(transport), { proxied } = transport;
  return async (query, access, deadline) => {
    let response = await http.request({
      method: "post",
      url: access.endpoint,
      data: query,
      headers: { Authorization: `App-Key ${access.appKey}` },
      timeout: deadline.left()
    }).catch((error) => {
      throw faultOfSilence(error, proxied);
    }), { status, headers: headers2, data: body } = response, fault = faultOfAnswer({ status, headers: headers2, body }, proxied);
    if (fault) throw fault;
    if (!isJsonObject(body)) throw unusableReply("Clinc answered with something else than a JSON object");
    return parseReply(body);
  };
}

// src/answer/answer.ts
function isSilent({ kind: kind2 }) {
  return kind2 === "pause" || kind2 === "note";
}
function isChoice(button) {
  return "say" in button;
}
function endsBotTurn({ kind: kind2 }) {
  return kind2 === "transfer" || kind2 === "close";
}
function transfer(why) {
  return { kind: "transfer", skill: "", agentId: "", why };
}
function spoken(id) {
  return id.replace(/_+/g, " ").trim();
}

// src/answer/address.ts
var NO_URI = /%(?![\da-fA-F]{2})|[^\w.~:/?#@!$&'()*+,;=%-]/gu;
function addressOf(written2) {
  return (/^tel:/i.test(written2) ? callAddress(written2) : void 0) ?? written2.replace(/^(\/\/|(?=www\.))/i, "https://").replace(NO_URI, encoded);
}
function encoded(sign) {
  return encodeURIComponent(/^[\ud800-\udfff]$/.test(sign) ? "�" : sign);
}
function callAddress(written2) {
  let bare = written2.normalize("NFKC").replace(/^(\D*\+[\d\s]{1,6})\(0\)/, "$1").replace(/[\s\p{Pd}\p{Cf}\u2212()./]/gu, ""), [, number4 = "", extension] = /^(?:tel:)?(\+?[\d*#]+)(?:[;,]?(?:ext=?|x)(\d+))?$/i.exec(bare) || [];
  return /\d/.test(number4) ? `tel:${number4}${extension === void 0 ? "" : `;ext=${extension}`}` : void 0;
}

// src/answer/buttons.ts
function linkAsText({ title, link }) {
  if (callAddress(title) === addressOf(link)) return title;
  if (addressOf(title) === link) return link;
  let number4 = /^tel:(.*)/i.exec(link)?.[1]?.replace(";ext=", " ext. ");
  return `${title}: ${number4 ?? link}`;
}
function once(buttons) {
  let known2 = /* @__PURE__ */ new Set();
  return buttons.filter((button) => {
    let does = isChoice(button) ? `says ${lookOf(button.say)}` : `opens ${button.link}`;
    return known2.size < known2.add(`${lookOf(button.title)}
${does}`).size;
  });
}
function lookOf(label) {
  return PLAIN2.test(label) ? label : oneLine(withoutUnseen(label.normalize("NFC")));
}
var PLAIN2 = /^[!-~]+( [!-~]+)*$/;

// src/answer/content-as-text.ts
var MOST_LINES = 2e3, DEEPEST = 100;
function contentAsText(content, withAddresses = !1) {
  let plain2 = gathered(content, withAddresses, MOST_LINES);
  return sizeOf(plain2) > 0 || withAddresses ? plain2 : contentAsText(content, !0);
}
function isReadable(content) {
  return sizeOf(gathered(content, !0, 1)) > 0;
}
function gathered(content, withAddresses, most) {
  let plain2 = { lines: [], choices: [] }, gather = (value, depth) => {
    if (!(typeof value != "object" || value === null)) {
      if (depth > DEEPEST || sizeOf(plain2) >= most) {
        plain2.isCut = !0;
        return;
      }
      if (isJsonObject(value))
        for (let piece of piecesOf(value, withAddresses).filter((one) => one !== ""))
          sizeOf(plain2) >= most ? plain2.isCut = !0 : typeof piece == "string" ? plain2.lines.push(piece) : plain2.choices.push(piece);
      for (let [name, child] of Object.entries(value)) APART.includes(name) || gather(child, depth + 1);
    }
  };
  return gather(content, 0), plain2;
}
var APART = ["click", "resp", "metadata", "style", "accessibility", "selectMode", "ref"];
function piecesOf(element, withAddresses) {
  let read = (name) => asText(element[name]), choice = (title, say2) => ({ title: oneLine(title), say: say2 }), { type, resp } = element, label = read("title") || read("name"), actions = actionsOf(element), say = actions.map(({ text: text2, publishText }) => asText(text2) || asText(publishText)).find(Boolean), links = actions.map((action) => asText(action.uri) || placeOf(action)).filter(Boolean), isClickable = say !== void 0 || links.length > 0;
  return [
    say !== void 0 ? choice(label || read("text") || say, say) : links.length > 0 ? "" : label,
    ...links.map((link) => named2(label, link)),
    ...type === "image" ? imageAsText(element, withAddresses && !isClickable) : [],
    type === "map" ? named2(read("alt") || read("tooltip"), placeOf(element)) : "",
    say !== void 0 && label === "" ? "" : read("text"),
    read("subtitle"),
    read("caption"),
    element.key === void 0 ? "" : [read("key"), read("value")].filter(Boolean).join(": "),
    type === "linkPreview" ? read("url") : "",
    ...(Array.isArray(resp) ? resp.map(asText).filter(Boolean) : []).map((answer) => choice(answer, answer)),
    read("message")
  ];
}
function imageAsText({ alt, caption, tooltip, url }, withAddress) {
  return asText(alt) || asText(caption) ? [asText(alt)] : [asText(tooltip) || (withAddress ? asText(url) : "")];
}
function named2(name, link) {
  return link === "" ? name : linkAsText({ title: oneLine(name) || link, link });
}
function placeOf({ la, lo }) {
  let [latitude = 91, longitude = 181] = [asNumber(la), asNumber(lo)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}` : "";
}
function actionsOf({ click }) {
  let actions = isJsonObject(click) ? click.actions : void 0;
  return Array.isArray(actions) ? actions.filter(isJsonObject) : [];
}
function sizeOf({ lines, choices: choices2 }) {
  return lines.length + choices2.length;
}

// src/answer/as-text.ts
function blockAsText(block) {
  return plainContentOf(block).flatMap(({ lines, choices: choices2, isCut }) => [
    ...lines,
    ...choices2.map(({ title }) => title),
    ...isCut ? ["…"] : []
  ]).join(`
`);
}
function plainContentOf(block) {
  switch (block.kind) {
    case "text":
    case "note":
      return [{ lines: [block.text], choices: [] }];
    case "choices":
      return [{ lines: filled([block.text]), choices: [...block.choices] }];
    case "card":
      return [cardAsText(block.card)];
    case "carousel":
      return block.cards.map(cardAsText);
    case "native":
      return [contentAsText(block.content)];
    case "pause":
      return [];
  }
}
function cardAsText({ title, subtitle, text: text2, image, buttons }) {
  let links = buttons.flatMap((button) => isChoice(button) ? [] : [linkAsText(button)]), lines = filled([title || image?.alt, subtitle, text2, ...links]);
  return { lines: lines.length === 0 && buttons.length === 0 ? filled([image?.url]) : lines, choices: buttons.filter(isChoice) };
}
function filled(texts) {
  return texts.filter((text2) => text2 !== void 0 && text2 !== "");
}

// src/answer/classification.ts
function namesOf(reply) {
  return isPending(reply) ? [] : allNamesOf(reply);
}
function allNamesOf(reply) {
  return [
    reply.response.type,
    reply.bl_resp.state,
    reply.classifier_state,
    reply.competency,
    ...reply.intent.split("&")
  ].map(plain);
}
function isNamed(found, names2) {
  return names2.some((name) => found.includes(plain(name)));
}
var PENDING = /_(confirm|cancel|incorrect)$/i;
function isPending(reply) {
  return PENDING.test(stateOf(reply));
}
function withoutPending(name) {
  return name.replace(PENDING, "");
}
function stateOf(reply) {
  return firstOf(reply.bl_resp.state, reply.response.type, reply.classifier_state);
}
function intentOf(reply) {
  let bare = firstOf(reply.intent, reply.competency, stateOf(reply)).split("&").map(withoutSuffix).join("&"), id = shortened(bare.replace(/[\s\p{C}]+/gu, "_")) || "unclassified", score = Math.min(1, Math.max(0, reply.intent_probability || 0));
  return { id, name: spoken(id) || id, score };
}
function plain(name) {
  return withoutSuffix(name).toLowerCase();
}
function withoutSuffix(name) {
  return name.trim().replace(/_(start|update)$/i, "");
}
function shortened(id) {
  return id.slice(0, 256).replace(/[\uD800-\uDBFF]$/, "");
}

// src/runtime/graphemes.ts
var CLUSTER = new RegExp("\\p{RI}\\p{RI}|(?:\\r\\n|[\\s\\S])(?:\\p{M}|\\p{Emoji_Modifier}|[\\u{E0020}-\\u{E007F}]|\\u200D\\p{Extended_Pictographic}?)*", "gu");
function graphemes(text2) {
  let segmenter = segmenterOfPlatform();
  return segmenter ? Array.from(segmenter.segment(text2), ({ segment }) => segment) : text2.match(CLUSTER) || [];
}
var known;
function segmenterOfPlatform() {
  let { Segmenter } = Intl;
  return !known && typeof Segmenter == "function" && (known = new Segmenter()), known;
}
function length(text2) {
  return [...text2].length;
}
function cut(text2, most) {
  return isLonger(text2, most) ? `${take(text2, most - 1).trimEnd()}…` : text2;
}
function isLonger(text2, most) {
  return text2.length > most && (text2.length > most * 2 || length(text2) > most);
}
var LONGEST_GRAPHEME = 100, PLAIN3 = /^[ -~\n]*$/;
function take(text2, most) {
  if (PLAIN3.test(text2.slice(0, most + 1))) return text2.slice(0, most);
  let taken = "", left = most;
  for (let grapheme of graphemes(text2.slice(0, most * 2 + LONGEST_GRAPHEME))) {
    if (left -= length(grapheme), left < 0) break;
    taken += grapheme;
  }
  return taken || codePoints(text2, most);
}
function codePoints(text2, most) {
  return PLAIN3.test(text2.slice(0, most)) ? text2.slice(0, most) : [...text2.slice(0, most * 2)].slice(0, most).join("");
}

// src/runtime/log.ts
function loggableId(id) {
  return cut(id.replace(/[^\w.:-]/g, ""), 64);
}

// src/answer/authored/neutral.ts
function readNeutral(entry, remark) {
  let { carousel } = entry;
  return carousel !== void 0 && !Array.isArray(carousel) && remark(".carousel", "not a list of cards"), [
    ..."choices" in entry ? readChoices(entry, remark) : [],
    ..."card" in entry ? readCards([entry.card], () => ".card", remark) : [],
    ...Array.isArray(carousel) ? readCards(atMost(carousel, ".carousel", remark), (index) => `.carousel[${index}]`, remark) : []
  ];
}
function readChoices(entry, remark) {
  let buttons = readButtons(entry.choices, ".choices", remark), links = buttons.flatMap((button) => isChoice(button) ? [] : [linkAsText(button)]), text2 = [words(entry, "text", "", remark), ...links].filter(Boolean).join(`
`), choices2 = buttons.filter(isChoice);
  return choices2.length > 0 ? [{ kind: "choices", text: text2, choices: choices2 }] : text2 === "" ? [] : [{ kind: "text", text: text2 }];
}
function readCards(cards, at, remark) {
  let read = cards.flatMap((card, index) => readCard(card, at(index), remark) || []), [only2] = read;
  return only2 ? read.length === 1 ? [{ kind: "card", card: only2 }] : [{ kind: "carousel", cards: read }] : [];
}
var CARD_KEYS = ["title", "subtitle", "text", "image", "buttons"];
function readCard(card, at, remark) {
  if (!isJsonObject(card)) {
    remark(at, "not a card");
    return;
  }
  nameUnknown(card, CARD_KEYS, at, remark);
  let image = readImage(card.image, at, remark), read = {
    title: words(card, "title", at, remark),
    subtitle: words(card, "subtitle", at, remark),
    text: words(card, "text", at, remark),
    buttons: readButtons(card.buttons, `${at}.buttons`, remark),
    ...image && { image }
  }, isEmpty2 = !read.title && !read.subtitle && !read.text && !image && read.buttons.length === 0;
  return isEmpty2 && remark(at, "nothing to show"), isEmpty2 ? void 0 : read;
}
function readImage(image, at, remark) {
  if (image == null) return;
  let given = isJsonObject(image) ? image : { url: image };
  nameUnknown(given, ["url", "alt"], `${at}.image`, remark);
  let url = addressOf(words(given, "url", `${at}.image`, remark)), alt = words(given, "alt", `${at}.image`, remark);
  return url === "" && alt !== "" && remark(`${at}.image.url`, "missing; what the image shows is told"), url || alt ? { url, alt } : void 0;
}
function readButtons(buttons, at, remark) {
  if (buttons == null) return [];
  Array.isArray(buttons) || remark(at, "not a list");
  let list2 = atMost(Array.isArray(buttons) ? buttons : [buttons], at, remark);
  return once(list2.flatMap((button, index) => readButton(button, `${at}[${index}]`, remark) || []));
}
function readButton(given, at, remark) {
  let button = isJsonObject(given) ? given : { title: given };
  nameUnknown(button, ["title", "say", "link", "call"], at, remark);
  let say = words(button, "say", at, remark), link = words(button, "link", at, remark), call = words(button, "call", at, remark), title = oneLine(words(button, "title", at, remark) || say || link || call.replace(/^tel:\s*/i, ""));
  if (title === "") {
    remark(at, "neither a text nor a title");
    return;
  }
  if (say && (link || call) && remark(at, "says something and opens an address; it only opens the address"), link) return { title, link: addressOf(link) };
  if (!call) return { title, say: say || title };
  let number4 = callAddress(call);
  return number4 === void 0 && remark(`${at}.call`, "not a number to call"), { title, link: number4 ?? call };
}
var MOST = 100;
function atMost(items2, at, remark) {
  return items2.length > MOST && remark(at, `only the first ${MOST} of ${items2.length} were read`), items2.slice(0, MOST);
}
function words(holder, name, at, remark) {
  let value = holder[name];
  return !(typeof value == "string" || typeof value == "number") && value !== void 0 && value !== null && remark(`${at}.${name}`, "not a text"), asText(value);
}
function nameUnknown(holder, known2, at, remark) {
  for (let name of Object.keys(holder))
    known2.includes(name) || remark(`${at}.${loggableId(name)}`, "not known there");
}

// src/answer/authored/action.ts
var ACTIONS = {
  TRANSFER: ["skill", "skillName", "agentId"],
  CLOSE_CONVERSATION: ["withoutPcs"],
  INVOCATION: ["lambdaUuid", "payload", "failOnError"],
  CHANGE_TTR: ["ttrType", "ttrtype", "value"]
}, HOLDERS = ["actionParameters", "parameters", "data"];
function readAction(entry, closeWithoutSurvey, remark) {
  let action = actionName(entry);
  if (!action) {
    remark(".action", `unknown; LivePerson knows ${Object.keys(ACTIONS).join(", ")}`);
    return;
  }
  let parameters = parametersOf(entry, action, remark), text2 = (field, what) => readAs2(filledText, parameters, field, what, remark), flag2 = (field) => readAs2(asFlag, parameters, field, "true or false", remark);
  switch (action) {
    case "TRANSFER": {
      let skill = text2("skill", "the name of a skill") ?? text2("skillName", "the name of a skill") ?? "", agentId = words(parameters, "agentId", ".action", remark);
      return { kind: "transfer", skill, agentId, why: "the bot's author hands over here" };
    }
    case "CLOSE_CONVERSATION":
      return { kind: "close", withoutSurvey: flag2("withoutPcs") ?? closeWithoutSurvey };
    case "INVOCATION": {
      let lambdaUuid = text2("lambdaUuid", "an id"), payload = readAs2(asObject, parameters, "payload", OBJECT, remark) || {}, failOnError = flag2("failOnError") ?? !1;
      if (lambdaUuid !== void 0)
        return { kind: "native", action, parameters: { lambdaUuid, payload, failOnError } };
      remark(".action", "INVOCATION without lambdaUuid");
      return;
    }
    case "CHANGE_TTR": {
      let ttrType = (asText(parameters.ttrType) || asText(parameters.ttrtype)).toUpperCase(), value = asNumber(parameters.value), isCustom = ttrType === "CUSTOM" && value !== void 0;
      if (isCustom || ["URGENT", "NORMAL", "PRIORITIZED"].includes(ttrType))
        return {
          kind: "native",
          action,
          parameters: { ttrType, ...isCustom && { value: String(value) } }
        };
      remark(".action", "CHANGE_TTR needs ttrType URGENT, NORMAL, PRIORITIZED, or CUSTOM with a value");
      return;
    }
  }
}
function actionKeys(entry) {
  let action = actionName(entry);
  return ["action", ...HOLDERS, ...action ? ACTIONS[action] : []];
}
function actionName({ action }) {
  let written2 = asText(isJsonObject(action) ? action.name : action).toUpperCase();
  return Object.keys(ACTIONS).find((name) => name === written2);
}
function parametersOf(entry, action, remark) {
  let nested = isJsonObject(entry.action) ? entry.action : {}, beside = { ...entry, ...nested }, [parameters = {}] = HOLDERS.map((holder) => readAs2(asObject, beside, holder, OBJECT, remark)).filter(
    isJsonObject
  );
  return nameUnknown(nested, ["name", ...HOLDERS, ...ACTIONS[action]], ".action", remark), nameUnknown(parameters, ACTIONS[action], ".action", remark), { ...beside, ...parameters };
}
function readAs2(read, holder, field, what, remark) {
  let given = holder[field], value = read(given);
  return value === void 0 && given !== void 0 && given !== null && remark(`.action.${field}`, `not ${what}`), value;
}
var OBJECT = "an object or JSON of one";
function filledText(given) {
  return asText(given) || void 0;
}

// src/answer/authored/metadata.ts
function readMetadata(metadata, remark) {
  if (metadata == null) return {};
  let items2 = Array.isArray(metadata) ? metadata : [metadata], objects = items2.filter(isJsonObject);
  return objects.length < items2.length && remark(".metadata", "not a list of objects"), objects.length > 0 ? { metadata: objects } : {};
}
var BASE64 = /^([A-Za-z\d+/]{4})*([A-Za-z\d+/]{3}=|[A-Za-z\d+/]{2}==)?$/;
function readEncodedMetadata(encoded2, remark) {
  return encoded2 == null || encoded2 === "" ? {} : typeof encoded2 == "string" && encoded2.length <= 5e3 && BASE64.test(encoded2) ? { encodedMetadata: encoded2 } : (remark(".encodedMetadata", "not base64 of at most 5,000 characters; left out"), {});
}

// src/runtime/map-values.ts
function mapValues(content, change, apart, depth = 0) {
  if (typeof content != "object" || content === null || depth > 300) return content;
  let isList = Array.isArray(content), fields = Object.entries(content).map(([key, value]) => {
    let name = isList ? "" : key;
    return typeof value != "object" || value === null ? [key, change(value, name), value] : [key, apart.includes(name) ? value : mapValues(value, change, apart, depth + 1), value];
  });
  if (fields.every(([, after, before]) => after === before)) return content;
  let kept2 = fields.filter(([, after]) => after !== void 0);
  return isList ? kept2.map(([, after]) => after) : Object.fromEntries(kept2);
}

// src/answer/authored/native.ts
function readNative(entry, remark) {
  if (!("structuredContent" in entry)) return [];
  let content = asObject(entry.structuredContent);
  return content ? isReadable(content) ? [
    {
      kind: "native",
      content: mapValues(content, wholeAddress, ["metadata"]),
      ...readMetadata(entry.metadata, remark),
      ...readEncodedMetadata(entry.encodedMetadata, remark)
    }
  ] : (remark(".structuredContent", "nothing to show"), []) : (remark(".structuredContent", "neither an object nor JSON of one"), []);
}
function wholeAddress(text2, name) {
  return typeof text2 != "string" ? text2 : (name === "uri" ? /[^!-~]/.test(text2) : name === "url" && /\s/.test(text2)) ? addressOf(text2) : text2;
}

// src/answer/authored/authored.ts
function readAuthored(liveperson, closeWithoutSurvey) {
  let { entries, isText } = entriesOf(liveperson), authored = { blocks: [], outcomes: [], remarks: [] };
  return atMost(entries, "", (_, what) => authored.remarks.push(`liveperson: ${what}`)).forEach((entry, index) => {
    readEntry(entry, closeWithoutSurvey, authored, `liveperson[${index}]`);
  }), isText ? contentAlone(authored) : authored;
}
function entriesOf(liveperson) {
  let fromText = typeof liveperson == "string" ? fromJsonText(liveperson) : void 0, written2 = fromText ?? liveperson ?? [];
  return { entries: Array.isArray(written2) ? written2 : [written2], isText: fromText !== void 0 };
}
function contentAlone({ blocks, outcomes, remarks }) {
  let content = blocks.filter(({ kind: kind2 }) => kind2 !== "note"), left = blocks.length - content.length + outcomes.length;
  return { blocks: content, outcomes: [], remarks: left > 0 ? [...remarks, "liveperson: JSON written as text brings content only; its action or text for agents was left out"] : remarks };
}
function readEntry(entry, closeWithoutSurvey, authored, at) {
  let remark = (field, what) => {
    authored.remarks.push(`${at}${field}: ${what}`);
  };
  if (typeof entry == "string") {
    isBlank(entry) || authored.blocks.push({ kind: "text", text: entry });
    return;
  }
  if (!isJsonObject(entry)) {
    remark("", "neither a text nor an object");
    return;
  }
  nameUnknown(entry, [...ENTRY_KEYS, ...actionKeys(entry)], "", remark), authored.blocks.push(...readBlocks(entry, remark));
  let action = "action" in entry ? readAction(entry, closeWithoutSurvey, remark) : void 0;
  action && authored.outcomes.push(action);
}
var ENTRY_KEYS = [
  "text",
  "messageAudience",
  "textResponse",
  "encodedMetadata",
  "choices",
  "card",
  "carousel",
  "delay",
  "typing",
  "structuredContent",
  "metadata"
];
function readBlocks(entry, remark) {
  let pause2 = "delay" in entry ? readPause(entry, remark) : [], content = [
    ..."choices" in entry ? [] : readText2(entry, "text", remark),
    ...readText2(entry, "textResponse", remark),
    ...readNeutral(entry, remark),
    ...readNative(entry, remark)
  ];
  return [...pause2, ...isForAgents(entry.messageAudience) ? asNote(content, remark) : content];
}
function readText2(entry, key, remark) {
  let text2 = words(entry, key, "", remark);
  return text2 === "" ? [] : [{ kind: "text", text: text2, ...readEncodedMetadata(entry.encodedMetadata, remark) }];
}
function asNote(content, remark) {
  content.some(({ kind: kind2 }) => kind2 !== "text") && remark(
    ".messageAudience",
    "only texts can be for agents; the rest of the entry was sent to them in words"
  );
  let text2 = content.map(blockAsText).filter(Boolean).join(`
`);
  return text2 === "" ? [] : [{ kind: "note", text: text2 }];
}
function isForAgents(audience) {
  return audience != null && audience !== "ALL";
}
function readPause(entry, remark) {
  let seconds2 = Math.min(LONGEST_PAUSE, Math.round(asNumber(entry.delay) || 0));
  if (seconds2 < 1)
    return remark(".delay", "not a number of seconds from 1"), [];
  let typing = asFlag(entry.typing);
  return [{ kind: "pause", seconds: seconds2, ...typing !== void 0 && { typing } }];
}
var LONGEST_PAUSE = 30;

// src/answer/authored/silence.ts
function isMeantAsSilence(liveperson) {
  return entriesOf(liveperson).entries.every((entry) => {
    if (!isJsonObject(entry)) return !1;
    if (isForAgents(entry.messageAudience)) return !0;
    let isToSay = (key) => "action" in entry ? SAYS.test(key) : !SAYS_NOTHING.test(key);
    return Object.keys(entry).every((key) => !isToSay(key) || isEmpty(entry[key])) && ("delay" in entry || "action" in entry);
  });
}
var SAYS = /^(text|textResponse|choices|card|carousel|structuredContent)$/, SAYS_NOTHING = /^(delay|typing|messageAudience|metadata|encodedMetadata)$/;
function isEmpty(value) {
  return value === null || typeof value == "string" && value.trim() === "";
}

// src/answer/clinc-text.ts
function readText3(text2) {
  return text2.split("\\m").map((message3) => decoded(message3.replace(/\\n|<\/?br\b[^<>]*>/gi, `
`)).trim()).filter((message3) => !isBlank(message3));
}
function readSpeech(text2) {
  let isMarkup = /<speak\b/i.test(text2);
  return readText3(isMarkup ? text2.replace(PAUSE, " ").replace(MARKUP, "").replace(/\s+/g, " ") : text2);
}
var PAUSE = /<\/?(break|p|s)\b[^<>]*>/gi, MARKUP = /<\/?(speak|say-as|sub|phoneme|voice|prosody|emphasis|audio|desc|mark|lang|token|w|lexicon|lookup|meta|metadata|\w+:[\w-]+)\b[^<>]*>|<[?!][^<>]*>/gi, ENTITIES = `apos' quot" nbsp  amp& euro€ pound£ yen¥ cent¢ ndash– mdash— hellip… bull• lsquo‘ rsquo’ ldquo“ rdquo” bdquo„ laquo« raquo» iexcl¡ iquest¿ copy© reg® trade™`, SIGNS = new Map(
  ENTITIES.split(" ").flatMap((entity) => {
    let [name, sign] = [entity.slice(0, -1), entity.slice(-1)];
    return [
      [name, sign],
      [sign.charCodeAt(0), sign]
    ];
  })
);
function decoded(text2) {
  return text2.replace(/&(\w+|#\d+|#x[\da-f]+);/gi, (entity, name, at) => {
    let sign = SIGNS.get(name.startsWith("#") ? Number(name.slice(1).replace(/^x/i, "0x")) : name), leavesEntity = sign === "&" && /^(#|\w+;|[lg]t)/i.test(text2.slice(at + entity.length));
    return sign === void 0 || leavesEntity ? entity : sign;
  });
}

// src/answer/read.ts
function readReply(reply, settings) {
  if (!isJsonObject(reply.visuals)) throw unusableReply("Clinc answered without visuals");
  let visuals = readAs(clincVisuals, reply.visuals), formatted = readText3(visuals.formattedResponse), messages = formatted.length > 0 ? formatted : readSpeech(visuals.speakableResponse), liveperson = visuals.liveperson ?? reply.bl_resp.visual_payload.liveperson, authored = readAuthored(liveperson, settings.CLOSE_WITHOUT_SURVEY), names2 = namesOf(reply), named3 = namedOutcomes(names2, settings), blocks = saidOnce(messages, authored.blocks), outcomes = [...authored.outcomes, ...named3];
  if (blocks.length + outcomes.length === 0 || isWordless(blocks, outcomes) && !isMeantAsSilence(liveperson))
    throw unusableReply(
      ["Clinc answered without a text or anything to show", ...authored.remarks].join("; ")
    );
  return {
    blocks,
    intent: intentOf(reply),
    authored: authored.outcomes,
    named: named3,
    skill: skillFor(names2, settings),
    isUnderstood: !isNamed(names2, settings.OUT_OF_SCOPE_COMPETENCIES),
    remarks: authored.remarks
  };
}
function isWordless(blocks, outcomes) {
  return blocks.every(isSilent) && !outcomes.some(endsBotTurn);
}
function namedOutcomes(names2, settings) {
  let outcomes = [];
  return isNamed(names2, settings.TRANSFER_COMPETENCIES) && outcomes.push(transfer("the consumer asked for a person")), isNamed(names2, settings.CLOSE_COMPETENCIES) && outcomes.push({ kind: "close", withoutSurvey: settings.CLOSE_WITHOUT_SURVEY }), outcomes;
}
function skillFor(names2, { TRANSFER_SKILLS }) {
  let [, skill = ""] = [...TRANSFER_SKILLS].find(([name]) => isNamed(names2, [name])) || [];
  return skill;
}
function saidOnce(messages, authored) {
  let said = messages.join(`
`), isSame = (other) => typeof other == "string" && readText3(other).join(`
`) === said;
  if (said === "") return authored;
  let asksForAnswer = (block) => block.kind === "native" && isSame(block.content.message) || block.kind === "choices" && isSame(block.text);
  return authored.some(asksForAnswer) ? authored : [
    ...messages.map((text2) => ({ kind: "text", text: text2 })),
    ...authored.filter((block) => !(block.kind === "text" && isSame(block.text)))
  ];
}

// src/agent/draft.ts
function draftOf(reply, settings) {
  let { id: intent, score } = intentOf(reply), names2 = allNamesOf(reply).flatMap((name) => [name, withoutPending(name)]);
  if (isNamed(names2, settings.OUT_OF_SCOPE_COMPETENCIES)) return { status: "out_of_scope", intent, score };
  let text2 = isNamed(names2, settings.ASSIST_REFUSED_COMPETENCIES) ? "" : textOf(reply, settings);
  return score < settings.ASSIST_MIN_SCORE ? { status: "low_score", intent, score } : text2 === "" ? { status: "refused", intent, score } : { status: "ok", text: text2, intent, score };
}
function textOf(reply, settings) {
  let { blocks, authored } = readReply(reply, { ...NOTHING_NAMED, ...settings });
  return authored.some(endsBotTurn) ? "" : blocks.filter(({ kind: kind2 }) => kind2 !== "note").map((block) => blockAsText(block).trim()).filter((words2) => !isBlank(words2)).join(`

`);
}
var NOTHING_NAMED = {
  TRANSFER_COMPETENCIES: [],
  TRANSFER_SKILLS: /* @__PURE__ */ new Map(),
  CLOSE_COMPETENCIES: [],
  CLOSE_WITHOUT_SURVEY: !1
};

// src/agent/language.ts
function languageReader(records, languages) {
  let [first = ""] = languages;
  return async (conversationId2, contextKey, deadline) => {
    if (languages.length < 2) return first;
    let finding = newestRecord(records, conversationId2, contextKey).catch(() => {
    }), found = await new Deadline(deadline.left() / 4).sees(finding) ? await finding : void 0;
    return languages.find((language) => language === found?.record.bot.language) ?? first;
  };
}

// src/agent/words.ts
function countWords(text2) {
  let { Segmenter } = Intl;
  return typeof Segmenter != "function" ? text2.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length : Array.from(new Segmenter(void 0, { granularity: "word" }).segment(text2)).filter(({ isWordLike }) => isWordLike).length;
}

// src/agent/suggestion.ts
function suggester({ secrets, transport, settings, records = [] }) {
  let access = assistAccess(secrets, settings.CLINC_SECRET_PREFIX), ask = clincAsker(access, clincClient(transport)), languageOf = languageReader(records, settings.CLINC_LANGUAGE);
  return async (conversationId2, words2, deadline, trace = startAsking()) => {
    try {
      if (!isRecordable(conversationId2)) throw conversationUnknown();
      let { contextKey } = await timed(trace, "secretsMs", access.current(deadline));
      if (countWords(words2) < settings.ASSIST_MIN_WORDS) return { status: "too_short" };
      let question = {
        words: words2,
        conversationId: `${conversationId2}-assist`,
        externalUserId: "",
        device: settings.CLINC_DEVICE,
        language: await languageOf(conversationId2, contextKey, deadline)
      };
      return draftOf(await ask(question, deadline, trace), settings);
    } catch (error) {
      let fault = faultOf(error);
      return { status: fault instanceof AssistOff ? "off" : "unavailable", fault };
    }
  };
}
function startAsking() {
  return { queries: 0, secretsMs: 0, clincMs: 0, qid: "", remarks: [] };
}
function conversationUnknown() {
  let remedy = "an id of letters, digits, _ and - has to tell which conversation it is about";
  return new Fault("contract", "conversation_unknown", remedy);
}

// src/agent/desk/core.ts
var PREFIX = "clinc";
async function reasonAgainst(settings, secrets) {
  return settings.DESK_SUGGEST === "off" ? new AssistOff("suggest_off", "DESK_SUGGEST is off") : assistAccess(secrets, PREFIX).current(new Deadline(READ_MS2)).then(
    () => {
    },
    (error) => faultOf(error)
  );
}
var READ_MS2 = 1e3;
function coreOf(settings) {
  let { CONTEXT_HOST, CONTEXT_ACCOUNT, CONTEXT_TTL_HOURS, LIVEPERSON_ACCOUNT, CLINC_SECRET_PREFIX } = settings, transport = { adapter: fetchAdapter(), proxied: !1 }, stored = settings, secrets = agentSecrets2(async (name) => String(stored[name.toUpperCase()] ?? ""), PREFIX), account = CONTEXT_ACCOUNT || LIVEPERSON_ACCOUNT, records = CLINC_SECRET_PREFIX.map((prefix) => {
    let place = recordPlace(CONTEXT_HOST, account, prefix);
    return { place, store: recordStore(transport, place, CONTEXT_TTL_HOURS) };
  });
  return {
    secrets,
    briefing: briefingReader({ secrets, records }),
    suggest: suggester({
      secrets,
      transport,
      records,
      settings: { ...settings, CLINC_SECRET_PREFIX: PREFIX }
    })
  };
}

// src/agent/desk/operator-notes.ts
var REPEATED_AFTER_MS = 6e4;
function operatorNotes() {
  let last = /* @__PURE__ */ new Map();
  return ({ reason, message: message3, cause }) => {
    let told3 = last.get(reason);
    if (told3 !== void 0 && now() - told3 < REPEATED_AFTER_MS) return;
    last.set(reason, now());
    let seen = [cause?.status ? `HTTP ${cause.status}` : "", cause?.code ?? ""].filter(Boolean).join(", ");
    note(`${inTermsOfDesk(message3)}${seen && ` (${seen})`}`);
  };
}
function note(line) {
  process.stderr.write(`[desk] ${line}
`);
}
var SECRETS = [
  [/the host secret/, "CLINC_HOST"],
  [/the key secret/, "CLINC_APP_KEY"],
  [/its secret|the secret that ends in _context_key/, "CLINC_CONTEXT_KEY"]
];
function inTermsOfDesk(remedy) {
  let named3 = remedy.replace(/(?:the secret )?"(clinc_\w+)"/g, (_, name) => name.toUpperCase());
  return SECRETS.reduce((text2, [said, name]) => text2.replace(said, name), named3);
}
function defectOf(error) {
  let { name = "Error", stack = "" } = error instanceof Error ? error : {}, where = stack.split(`
`).find((line) => /^\s+at /.test(line))?.trim() ?? "";
  return new Fault("contract", "internal_error", `a defect of the desk, please report it: ${name} ${where}`);
}

// node_modules/oauth4webapi/build/index.js
var USER_AGENT;
(typeof navigator > "u" || !navigator.userAgent?.startsWith?.("Mozilla/5.0 ")) && (USER_AGENT = "oauth4webapi/v3.8.8");
function looseInstanceOf(input, expected) {
  if (input == null)
    return !1;
  try {
    return input instanceof expected || Object.getPrototypeOf(input)[Symbol.toStringTag] === expected.prototype[Symbol.toStringTag];
  } catch {
    return !1;
  }
}
var ERR_INVALID_ARG_VALUE = "ERR_INVALID_ARG_VALUE", ERR_INVALID_ARG_TYPE = "ERR_INVALID_ARG_TYPE";
function CodedTypeError(message3, code, cause) {
  let err = new TypeError(message3, { cause });
  return Object.assign(err, { code }), err;
}
var allowInsecureRequests = /* @__PURE__ */ Symbol(), clockSkew = /* @__PURE__ */ Symbol(), clockTolerance = /* @__PURE__ */ Symbol(), customFetch = /* @__PURE__ */ Symbol();
var jweDecrypt = /* @__PURE__ */ Symbol(), jwksCache = /* @__PURE__ */ Symbol(), encoder = new TextEncoder(), decoder = new TextDecoder();
function buf(input) {
  return typeof input == "string" ? encoder.encode(input) : decoder.decode(input);
}
var encodeBase64Url;
Uint8Array.prototype.toBase64 ? encodeBase64Url = (input) => (input instanceof ArrayBuffer && (input = new Uint8Array(input)), input.toBase64({ alphabet: "base64url", omitPadding: !0 })) : encodeBase64Url = (input) => {
  input instanceof ArrayBuffer && (input = new Uint8Array(input));
  let arr = [];
  for (let i = 0; i < input.byteLength; i += 32768)
    arr.push(String.fromCharCode.apply(null, input.subarray(i, i + 32768)));
  return btoa(arr.join("")).replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_");
};
var decodeBase64Url;
Uint8Array.fromBase64 ? decodeBase64Url = (input) => {
  try {
    return Uint8Array.fromBase64(input, { alphabet: "base64url" });
  } catch (cause) {
    throw CodedTypeError("The input to be decoded is not correctly encoded.", ERR_INVALID_ARG_VALUE, cause);
  }
} : decodeBase64Url = (input) => {
  try {
    let binary = atob(input.replace(/-/g, "+").replace(/_/g, "/").replace(/\s/g, "")), bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++)
      bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch (cause) {
    throw CodedTypeError("The input to be decoded is not correctly encoded.", ERR_INVALID_ARG_VALUE, cause);
  }
};
function b64u(input) {
  return typeof input == "string" ? decodeBase64Url(input) : encodeBase64Url(input);
}
var UnsupportedOperationError = class extends Error {
  code;
  constructor(message3, options) {
    super(message3, options), this.name = this.constructor.name, this.code = UNSUPPORTED_OPERATION, Error.captureStackTrace?.(this, this.constructor);
  }
}, OperationProcessingError = class extends Error {
  code;
  constructor(message3, options) {
    super(message3, options), this.name = this.constructor.name, options?.code && (this.code = options?.code), Error.captureStackTrace?.(this, this.constructor);
  }
};
function OPE(message3, code, cause) {
  return new OperationProcessingError(message3, { code, cause });
}
function isJsonObject2(input) {
  return !(input === null || typeof input != "object" || Array.isArray(input));
}
function prepareHeaders(input) {
  looseInstanceOf(input, Headers) && (input = Object.fromEntries(input.entries()));
  let headers2 = new Headers(input ?? {});
  if (USER_AGENT && !headers2.has("user-agent") && headers2.set("user-agent", USER_AGENT), headers2.has("authorization"))
    throw CodedTypeError('"options.headers" must not include the "authorization" header name', ERR_INVALID_ARG_VALUE);
  return headers2;
}
function signal(url, value) {
  if (value !== void 0) {
    if (typeof value == "function" && (value = value(url.href)), !(value instanceof AbortSignal))
      throw CodedTypeError('"options.signal" must return or be an instance of AbortSignal', ERR_INVALID_ARG_TYPE);
    return value;
  }
}
function replaceDoubleSlash(pathname) {
  return pathname.includes("//") ? pathname.replace("//", "/") : pathname;
}
function prependWellKnown(url, wellKnown, allowTerminatingSlash = !1) {
  return url.pathname === "/" ? url.pathname = wellKnown : url.pathname = replaceDoubleSlash(`${wellKnown}/${allowTerminatingSlash ? url.pathname : url.pathname.replace(/(\/)$/, "")}`), url;
}
function appendWellKnown(url, wellKnown) {
  return url.pathname = replaceDoubleSlash(`${url.pathname}/${wellKnown}`), url;
}
async function performDiscovery(input, urlName, transform3, options) {
  if (!(input instanceof URL))
    throw CodedTypeError(`"${urlName}" must be an instance of URL`, ERR_INVALID_ARG_TYPE);
  checkProtocol(input, options?.[allowInsecureRequests] !== !0);
  let url = transform3(new URL(input.href)), headers2 = prepareHeaders(options?.headers);
  return headers2.set("accept", "application/json"), (options?.[customFetch] || fetch)(url.href, {
    body: void 0,
    headers: Object.fromEntries(headers2.entries()),
    method: "GET",
    redirect: "manual",
    signal: signal(url, options?.signal)
  });
}
async function discoveryRequest(issuerIdentifier, options) {
  return performDiscovery(issuerIdentifier, "issuerIdentifier", (url) => {
    switch (options?.algorithm) {
      case void 0:
      case "oidc":
        appendWellKnown(url, ".well-known/openid-configuration");
        break;
      case "oauth2":
        prependWellKnown(url, ".well-known/oauth-authorization-server");
        break;
      default:
        throw CodedTypeError('"options.algorithm" must be "oidc" (default), or "oauth2"', ERR_INVALID_ARG_VALUE);
    }
    return url;
  }, options);
}
function assertNumber(input, allow0, it, code, cause) {
  try {
    if (typeof input != "number" || !Number.isFinite(input))
      throw CodedTypeError(`${it} must be a number`, ERR_INVALID_ARG_TYPE, cause);
    if (input > 0)
      return;
    if (allow0) {
      if (input !== 0)
        throw CodedTypeError(`${it} must be a non-negative number`, ERR_INVALID_ARG_VALUE, cause);
      return;
    }
    throw CodedTypeError(`${it} must be a positive number`, ERR_INVALID_ARG_VALUE, cause);
  } catch (err) {
    throw code ? OPE(err.message, code, cause) : err;
  }
}
function assertString(input, it, code, cause) {
  try {
    if (typeof input != "string")
      throw CodedTypeError(`${it} must be a string`, ERR_INVALID_ARG_TYPE, cause);
    if (input.length === 0)
      throw CodedTypeError(`${it} must not be empty`, ERR_INVALID_ARG_VALUE, cause);
  } catch (err) {
    throw code ? OPE(err.message, code, cause) : err;
  }
}
async function processDiscoveryResponse(expectedIssuerIdentifier, response) {
  let expected = expectedIssuerIdentifier;
  if (!(expected instanceof URL) && expected !== _nodiscoverycheck)
    throw CodedTypeError('"expectedIssuerIdentifier" must be an instance of URL', ERR_INVALID_ARG_TYPE);
  if (!looseInstanceOf(response, Response))
    throw CodedTypeError('"response" must be an instance of Response', ERR_INVALID_ARG_TYPE);
  if (response.status !== 200)
    throw OPE('"response" is not a conform Authorization Server Metadata response (unexpected HTTP status code)', RESPONSE_IS_NOT_CONFORM, response);
  assertReadableResponse(response);
  let json2 = await getResponseJsonBody(response);
  if (assertString(json2.issuer, '"response" body "issuer" property', INVALID_RESPONSE, { body: json2 }), expected !== _nodiscoverycheck && new URL(json2.issuer).href !== expected.href)
    throw OPE('"response" body "issuer" property does not match the expected value', JSON_ATTRIBUTE_COMPARISON, { expected: expected.href, body: json2, attribute: "issuer" });
  return json2;
}
function assertApplicationJson(response) {
  assertContentType(response, "application/json");
}
function notJson(response, ...types) {
  let msg = '"response" content-type must be ';
  if (types.length > 2) {
    let last = types.pop();
    msg += `${types.join(", ")}, or ${last}`;
  } else types.length === 2 ? msg += `${types[0]} or ${types[1]}` : msg += types[0];
  return OPE(msg, RESPONSE_IS_NOT_JSON, response);
}
function assertContentTypes(response, ...types) {
  if (!types.includes(getContentType(response)))
    throw notJson(response, ...types);
}
function assertContentType(response, contentType2) {
  if (getContentType(response) !== contentType2)
    throw notJson(response, contentType2);
}
function randomBytes() {
  return b64u(crypto.getRandomValues(new Uint8Array(32)));
}
function generateRandomCodeVerifier() {
  return randomBytes();
}
function generateRandomState() {
  return randomBytes();
}
function generateRandomNonce() {
  return randomBytes();
}
async function calculatePKCECodeChallenge(codeVerifier) {
  return assertString(codeVerifier, "codeVerifier"), b64u(await crypto.subtle.digest("SHA-256", buf(codeVerifier)));
}
function getClockSkew(client) {
  let skew = client?.[clockSkew];
  return typeof skew == "number" && Number.isFinite(skew) ? skew : 0;
}
function getClockTolerance(client) {
  let tolerance = client?.[clockTolerance];
  return typeof tolerance == "number" && Number.isFinite(tolerance) && Math.sign(tolerance) !== -1 ? tolerance : 30;
}
function epochTime() {
  return Math.floor(Date.now() / 1e3);
}
function assertAs(as) {
  if (typeof as != "object" || as === null)
    throw CodedTypeError('"as" must be an object', ERR_INVALID_ARG_TYPE);
  assertString(as.issuer, '"as.issuer"');
}
function assertClient(client) {
  if (typeof client != "object" || client === null)
    throw CodedTypeError('"client" must be an object', ERR_INVALID_ARG_TYPE);
  assertString(client.client_id, '"client.client_id"');
}
function ClientSecretPost(clientSecret) {
  return assertString(clientSecret, '"clientSecret"'), (_as, client, body, _headers) => {
    body.set("client_id", client.client_id), body.set("client_secret", clientSecret);
  };
}
function None() {
  return (_as, client, body, _headers) => {
    body.set("client_id", client.client_id);
  };
}
var URLParse = URL.parse ? (url, base) => URL.parse(url, base) : (url, base) => {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
};
function checkProtocol(url, enforceHttps) {
  if (enforceHttps && url.protocol !== "https:")
    throw OPE("only requests to HTTPS are allowed", HTTP_REQUEST_FORBIDDEN, url);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw OPE("only HTTP and HTTPS requests are allowed", REQUEST_PROTOCOL_FORBIDDEN, url);
}
function validateEndpoint(value, endpoint, useMtlsAlias, enforceHttps) {
  let url;
  if (typeof value != "string" || !(url = URLParse(value)))
    throw OPE(`authorization server metadata does not contain a valid ${useMtlsAlias ? `"as.mtls_endpoint_aliases.${endpoint}"` : `"as.${endpoint}"`}`, value === void 0 ? MISSING_SERVER_METADATA : INVALID_SERVER_METADATA, { attribute: useMtlsAlias ? `mtls_endpoint_aliases.${endpoint}` : endpoint });
  return checkProtocol(url, enforceHttps), url;
}
function resolveEndpoint(as, endpoint, useMtlsAlias, enforceHttps) {
  return useMtlsAlias && as.mtls_endpoint_aliases && endpoint in as.mtls_endpoint_aliases ? validateEndpoint(as.mtls_endpoint_aliases[endpoint], endpoint, useMtlsAlias, enforceHttps) : validateEndpoint(as[endpoint], endpoint, useMtlsAlias, enforceHttps);
}
function isDPoPNonceError(err) {
  return err instanceof WWWAuthenticateChallengeError ? err.cause.some((challenge) => challenge.scheme === "dpop" && challenge.parameters.error === "use_dpop_nonce") : err instanceof ResponseBodyError ? err.error === "use_dpop_nonce" : !1;
}
var ResponseBodyError = class extends Error {
  cause;
  code;
  error;
  status;
  error_description;
  response;
  constructor(message3, options) {
    super(message3, options), this.name = this.constructor.name, this.code = RESPONSE_BODY_ERROR, this.cause = options.cause, this.error = options.cause.error, this.status = options.response.status, this.error_description = options.cause.error_description, Object.defineProperty(this, "response", { enumerable: !1, value: options.response }), Error.captureStackTrace?.(this, this.constructor);
  }
}, AuthorizationResponseError = class extends Error {
  cause;
  code;
  error;
  error_description;
  constructor(message3, options) {
    super(message3, options), this.name = this.constructor.name, this.code = AUTHORIZATION_RESPONSE_ERROR, this.cause = options.cause, this.error = options.cause.get("error"), this.error_description = options.cause.get("error_description") ?? void 0, Error.captureStackTrace?.(this, this.constructor);
  }
}, WWWAuthenticateChallengeError = class extends Error {
  cause;
  code;
  response;
  status;
  constructor(message3, options) {
    super(message3, options), this.name = this.constructor.name, this.code = WWW_AUTHENTICATE_CHALLENGE, this.cause = options.cause, this.status = options.response.status, this.response = options.response, Object.defineProperty(this, "response", { enumerable: !1 }), Error.captureStackTrace?.(this, this.constructor);
  }
}, tokenMatch = "[a-zA-Z0-9!#$%&\\'\\*\\+\\-\\.\\^_`\\|~]+", token68Match = "[a-zA-Z0-9\\-\\._\\~\\+\\/]+={0,2}", quotedMatch = '"((?:[^"\\\\]|\\\\[\\s\\S])*)"', quotedParamMatcher = "(" + tokenMatch + ")\\s*=\\s*" + quotedMatch, paramMatcher = "(" + tokenMatch + ")\\s*=\\s*(" + tokenMatch + ")", schemeRE = new RegExp("^[,\\s]*(" + tokenMatch + ")"), quotedParamRE = new RegExp("^[,\\s]*" + quotedParamMatcher + "[,\\s]*(.*)"), unquotedParamRE = new RegExp("^[,\\s]*" + paramMatcher + "[,\\s]*(.*)"), token68ParamRE = new RegExp("^(" + token68Match + ")(?:$|[,\\s])(.*)");
function parseWwwAuthenticateChallenges(response) {
  if (!looseInstanceOf(response, Response))
    throw CodedTypeError('"response" must be an instance of Response', ERR_INVALID_ARG_TYPE);
  let header = response.headers.get("www-authenticate");
  if (header === null)
    return;
  let challenges = [], rest = header;
  for (; rest; ) {
    let match2 = rest.match(schemeRE), scheme = match2?.[1].toLowerCase();
    if (!scheme)
      return;
    let afterScheme = rest.substring(match2[0].length);
    if (afterScheme && !afterScheme.match(/^[\s,]/))
      return;
    let spaceMatch = afterScheme.match(/^\s+(.*)$/), hasParameters = !!spaceMatch;
    rest = spaceMatch ? spaceMatch[1] : void 0;
    let parameters = {}, token68;
    if (hasParameters)
      for (; rest; ) {
        let key, value;
        if (match2 = rest.match(quotedParamRE)) {
          [, key, value, rest] = match2, value.includes("\\") && (value = value.replace(/\\([\s\S])/g, "$1")), parameters[key.toLowerCase()] = value;
          continue;
        }
        if (match2 = rest.match(unquotedParamRE)) {
          [, key, value, rest] = match2, parameters[key.toLowerCase()] = value;
          continue;
        }
        if (match2 = rest.match(token68ParamRE)) {
          if (Object.keys(parameters).length)
            break;
          [, token68, rest] = match2;
          break;
        }
        return;
      }
    else
      rest = afterScheme || void 0;
    let challenge = { scheme, parameters };
    token68 && (challenge.token68 = token68), challenges.push(challenge);
  }
  if (challenges.length)
    return challenges;
}
async function parseOAuthResponseErrorBody(response) {
  if (response.status > 399 && response.status < 500) {
    assertReadableResponse(response), assertApplicationJson(response);
    try {
      let json2 = await response.clone().json();
      if (isJsonObject2(json2) && typeof json2.error == "string" && json2.error.length)
        return json2;
    } catch {
    }
  }
}
async function checkOAuthBodyError(response, expected, label) {
  if (response.status !== expected) {
    checkAuthenticationChallenges(response);
    let err;
    throw (err = await parseOAuthResponseErrorBody(response)) ? (await response.body?.cancel(), new ResponseBodyError("server responded with an error in the response body", {
      cause: err,
      response
    })) : OPE(`"response" is not a conform ${label} response (unexpected HTTP status code)`, RESPONSE_IS_NOT_CONFORM, response);
  }
}
function assertDPoP(option) {
  if (!branded.has(option))
    throw CodedTypeError('"options.DPoP" is not a valid DPoPHandle', ERR_INVALID_ARG_VALUE);
}
var jwksMap, jwksRequests, jwksKeys;
function setJwksCache(as, jwks, uat, cache2) {
  jwksMap ||= /* @__PURE__ */ new WeakMap(), jwksMap.set(as, {
    jwks,
    uat,
    get age() {
      return epochTime() - this.uat;
    }
  }), cache2 && Object.assign(cache2, { jwks: structuredClone(jwks), uat });
}
function isFreshJwksCache(input) {
  return !(typeof input != "object" || input === null || !("uat" in input) || typeof input.uat != "number" || epochTime() - input.uat >= 300 || !("jwks" in input) || !isJsonObject2(input.jwks) || !Array.isArray(input.jwks.keys) || !Array.prototype.every.call(input.jwks.keys, isJsonObject2));
}
function clearJwksCache(as, cache2) {
  jwksMap?.delete(as), delete cache2?.jwks, delete cache2?.uat;
}
async function getPublicSigKeyFromIssuerJwksUri(as, options, header) {
  let { alg, kid } = header;
  checkSupportedJwsAlg(header), !jwksMap?.has(as) && isFreshJwksCache(options?.[jwksCache]) && setJwksCache(as, options?.[jwksCache].jwks, options?.[jwksCache].uat);
  let jwks, age;
  if (jwksMap?.has(as)) {
    if ({ jwks, age } = jwksMap.get(as), age >= 300)
      return clearJwksCache(as, options?.[jwksCache]), getPublicSigKeyFromIssuerJwksUri(as, options, header);
  } else {
    let downloaded = await jwksRequest(as, options);
    jwks = downloaded.jwks, age = epochTime() - downloaded.uat, setJwksCache(as, jwks, downloaded.uat, options?.[jwksCache]);
  }
  let kty;
  switch (alg.slice(0, 2)) {
    case "RS":
    case "PS":
      kty = "RSA";
      break;
    case "ES":
      kty = "EC";
      break;
    case "Ed":
      kty = "OKP";
      break;
    case "ML":
      kty = "AKP";
      break;
    default:
      throw new UnsupportedOperationError("unsupported JWS algorithm", { cause: { alg } });
  }
  let candidates = jwks.keys.filter((jwk2) => {
    if (jwk2.kty !== kty || kid !== void 0 && kid !== jwk2.kid || jwk2.alg !== void 0 && alg !== jwk2.alg || jwk2.use !== void 0 && jwk2.use !== "sig" || jwk2.key_ops?.includes("verify") === !1)
      return !1;
    switch (!0) {
      case (alg === "ES256" && jwk2.crv !== "P-256"):
      case (alg === "ES384" && jwk2.crv !== "P-384"):
      case (alg === "ES512" && jwk2.crv !== "P-521"):
      case (alg === "Ed25519" && jwk2.crv !== "Ed25519"):
      case (alg === "EdDSA" && jwk2.crv !== "Ed25519"):
        return !1;
    }
    return !0;
  }), { 0: jwk, length: length2 } = candidates;
  if (!length2) {
    if (age >= 60)
      return clearJwksCache(as, options?.[jwksCache]), getPublicSigKeyFromIssuerJwksUri(as, options, header);
    throw OPE("error when selecting a JWT verification key, no applicable keys found", KEY_SELECTION, { header, candidates, jwks_uri: new URL(as.jwks_uri) });
  }
  if (length2 !== 1)
    throw OPE('error when selecting a JWT verification key, multiple applicable keys found, a "kid" JWT Header Parameter is required', KEY_SELECTION, { header, candidates, jwks_uri: new URL(as.jwks_uri) });
  jwksKeys ||= /* @__PURE__ */ new WeakMap();
  let keys = jwksKeys.get(jwk);
  keys || (keys = /* @__PURE__ */ new Map(), jwksKeys.set(jwk, keys));
  let key = keys.get(alg);
  return key || (key = importJwk(alg, jwk).catch((cause) => {
    throw keys.delete(alg), cause;
  }), keys.set(alg, key)), key;
}
function getContentType(input) {
  return input.headers.get("content-type")?.split(";")[0];
}
async function authenticatedRequest(as, client, clientAuthentication, url, body, headers2, options) {
  return await clientAuthentication(as, client, body, headers2), headers2.set("content-type", "application/x-www-form-urlencoded;charset=UTF-8"), (options?.[customFetch] || fetch)(url.href, {
    body,
    headers: Object.fromEntries(headers2.entries()),
    method: "POST",
    redirect: "manual",
    signal: signal(url, options?.signal)
  });
}
async function tokenEndpointRequest(as, client, clientAuthentication, grantType, parameters, options) {
  let url = resolveEndpoint(as, "token_endpoint", client.use_mtls_endpoint_aliases, options?.[allowInsecureRequests] !== !0);
  parameters.set("grant_type", grantType);
  let headers2 = prepareHeaders(options?.headers);
  headers2.set("accept", "application/json"), options?.DPoP !== void 0 && (assertDPoP(options.DPoP), await options.DPoP.addProof(url, headers2, "POST"));
  let response = await authenticatedRequest(as, client, clientAuthentication, url, parameters, headers2, options);
  return options?.DPoP?.cacheNonce(response, url), response;
}
async function refreshTokenGrantRequest(as, client, clientAuthentication, refreshToken, options) {
  assertAs(as), assertClient(client), assertString(refreshToken, '"refreshToken"');
  let parameters = new URLSearchParams(options?.additionalParameters);
  return parameters.set("refresh_token", refreshToken), tokenEndpointRequest(as, client, clientAuthentication, "refresh_token", parameters, options);
}
var idTokenClaims = /* @__PURE__ */ new WeakMap(), jwtRefs = /* @__PURE__ */ new WeakMap();
function getValidatedIdTokenClaims(ref) {
  if (!ref.id_token)
    return;
  let claims = idTokenClaims.get(ref);
  if (!claims)
    throw CodedTypeError('"ref" was already garbage collected or did not resolve from the proper sources', ERR_INVALID_ARG_VALUE);
  return claims;
}
async function validateApplicationLevelSignature(as, ref, options) {
  if (assertAs(as), !jwtRefs.has(ref))
    throw CodedTypeError('"ref" does not contain a processed JWT Response to verify the signature of', ERR_INVALID_ARG_VALUE);
  let { 0: protectedHeader, 1: payload, 2: encodedSignature } = jwtRefs.get(ref).split("."), header = JSON.parse(buf(b64u(protectedHeader)));
  if (header.alg.startsWith("HS"))
    throw new UnsupportedOperationError("unsupported JWS algorithm", { cause: { alg: header.alg } });
  let key;
  key = await getPublicSigKeyFromIssuerJwksUri(as, options, header), await validateJwsSignature(protectedHeader, payload, key, b64u(encodedSignature));
}
async function processGenericAccessTokenResponse(as, client, response, additionalRequiredIdTokenClaims, decryptFn, recognizedTokenTypes) {
  if (assertAs(as), assertClient(client), !looseInstanceOf(response, Response))
    throw CodedTypeError('"response" must be an instance of Response', ERR_INVALID_ARG_TYPE);
  await checkOAuthBodyError(response, 200, "Token Endpoint"), assertReadableResponse(response);
  let json2 = await getResponseJsonBody(response);
  if (assertString(json2.access_token, '"response" body "access_token" property', INVALID_RESPONSE, {
    body: json2
  }), assertString(json2.token_type, '"response" body "token_type" property', INVALID_RESPONSE, {
    body: json2
  }), json2.token_type = json2.token_type.toLowerCase(), json2.expires_in !== void 0) {
    let expiresIn = typeof json2.expires_in != "number" ? parseFloat(json2.expires_in) : json2.expires_in;
    assertNumber(expiresIn, !0, '"response" body "expires_in" property', INVALID_RESPONSE, {
      body: json2
    }), json2.expires_in = expiresIn;
  }
  if (json2.refresh_token !== void 0 && assertString(json2.refresh_token, '"response" body "refresh_token" property', INVALID_RESPONSE, {
    body: json2
  }), json2.scope !== void 0 && typeof json2.scope != "string")
    throw OPE('"response" body "scope" property must be a string', INVALID_RESPONSE, { body: json2 });
  if (json2.id_token !== void 0) {
    assertString(json2.id_token, '"response" body "id_token" property', INVALID_RESPONSE, {
      body: json2
    });
    let requiredClaims = [];
    client.require_auth_time === !0 && requiredClaims.push("auth_time"), client.default_max_age !== void 0 && (assertNumber(client.default_max_age, !0, '"client.default_max_age"'), requiredClaims.push("auth_time")), additionalRequiredIdTokenClaims?.length && requiredClaims.push(...additionalRequiredIdTokenClaims);
    let { claims, jwt } = await validateIdTokenClaims(as, client, json2.id_token, requiredClaims, decryptFn);
    validateIdTokenAuthorizedParty(client, claims), validateIdTokenAuthTimeClaim(claims), jwtRefs.set(response, jwt), idTokenClaims.set(json2, claims);
  }
  if (recognizedTokenTypes?.[json2.token_type] !== void 0)
    recognizedTokenTypes[json2.token_type](response, json2);
  else if (json2.token_type !== "dpop" && json2.token_type !== "bearer")
    throw new UnsupportedOperationError("unsupported `token_type` value", { cause: { body: json2 } });
  return json2;
}
function checkAuthenticationChallenges(response) {
  let challenges;
  if (challenges = parseWwwAuthenticateChallenges(response))
    throw new WWWAuthenticateChallengeError("server responded with a challenge in the WWW-Authenticate HTTP Header", { cause: challenges, response });
}
async function processRefreshTokenResponse(as, client, response, options) {
  return processGenericAccessTokenResponse(as, client, response, void 0, options?.[jweDecrypt], options?.recognizedTokenTypes);
}
function validateAudience(expected, result) {
  if (Array.isArray(result.claims.aud)) {
    if (!result.claims.aud.includes(expected))
      throw OPE('unexpected JWT "aud" (audience) claim value', JWT_CLAIM_COMPARISON, {
        expected,
        claims: result.claims,
        claim: "aud"
      });
  } else if (result.claims.aud !== expected)
    throw OPE('unexpected JWT "aud" (audience) claim value', JWT_CLAIM_COMPARISON, {
      expected,
      claims: result.claims,
      claim: "aud"
    });
  return result;
}
function validateIssuer(as, result) {
  let expected = as[_expectedIssuer]?.(result) ?? as.issuer;
  if (result.claims.iss !== expected)
    throw OPE('unexpected JWT "iss" (issuer) claim value', JWT_CLAIM_COMPARISON, {
      expected,
      claims: result.claims,
      claim: "iss"
    });
  return result;
}
var branded = /* @__PURE__ */ new WeakSet();
function brand(searchParams) {
  return branded.add(searchParams), searchParams;
}
var nopkce = /* @__PURE__ */ Symbol();
async function authorizationCodeGrantRequest(as, client, clientAuthentication, callbackParameters, redirectUri, codeVerifier, options) {
  if (assertAs(as), assertClient(client), !branded.has(callbackParameters))
    throw CodedTypeError('"callbackParameters" must be an instance of URLSearchParams obtained from "validateAuthResponse()", or "validateJwtAuthResponse()', ERR_INVALID_ARG_VALUE);
  assertString(redirectUri, '"redirectUri"');
  let code = getURLSearchParameter(callbackParameters, "code");
  if (!code)
    throw OPE('no authorization code in "callbackParameters"', INVALID_RESPONSE);
  let parameters = new URLSearchParams(options?.additionalParameters);
  return parameters.set("redirect_uri", redirectUri), parameters.set("code", code), codeVerifier !== nopkce && (assertString(codeVerifier, '"codeVerifier"'), parameters.set("code_verifier", codeVerifier)), tokenEndpointRequest(as, client, clientAuthentication, "authorization_code", parameters, options);
}
var jwtClaimNames = {
  aud: "audience",
  c_hash: "code hash",
  client_id: "client id",
  exp: "expiration time",
  iat: "issued at",
  iss: "issuer",
  jti: "jwt id",
  nonce: "nonce",
  s_hash: "state hash",
  sub: "subject",
  ath: "access token hash",
  htm: "http method",
  htu: "http uri",
  cnf: "confirmation",
  auth_time: "authentication time"
};
function validatePresence(required3, result) {
  for (let claim2 of required3)
    if (result.claims[claim2] === void 0)
      throw OPE(`JWT "${claim2}" (${jwtClaimNames[claim2]}) claim missing`, INVALID_RESPONSE, {
        claims: result.claims
      });
  return result;
}
function validateStringClaim(claim2, result) {
  if (typeof result.claims[claim2] != "string")
    throw OPE(`unexpected JWT "${claim2}" (${jwtClaimNames[claim2]}) claim type`, INVALID_RESPONSE, {
      claims: result.claims
    });
  return result;
}
function validateIdTokenClaims(as, client, idToken, requiredClaims, decryptFn) {
  return validateJwt(idToken, checkSigningAlgorithm.bind(void 0, client.id_token_signed_response_alg, as.id_token_signing_alg_values_supported, "RS256"), getClockSkew(client), getClockTolerance(client), decryptFn).then(validatePresence.bind(void 0, ["aud", "exp", "iat", "iss", "sub", ...requiredClaims])).then(validateIssuer.bind(void 0, as)).then(validateAudience.bind(void 0, client.client_id)).then(validateStringClaim.bind(void 0, "sub"));
}
function resolveIdTokenMaxAge(client, maxAge) {
  if (maxAge === skipAuthTimeCheck)
    return maxAge;
  let fromClient = maxAge === void 0;
  return fromClient && (maxAge = client.default_max_age), maxAge === void 0 ? skipAuthTimeCheck : (assertNumber(maxAge, !0, fromClient ? '"client.default_max_age"' : '"maxAge" argument'), maxAge);
}
function validateIdTokenAuthTimeClaim(claims) {
  claims.auth_time !== void 0 && assertNumber(claims.auth_time, !0, 'ID Token "auth_time" (authentication time)', INVALID_RESPONSE, { claims });
}
function validateIdTokenAuthTime(client, claims, maxAge) {
  if (maxAge === skipAuthTimeCheck)
    return;
  let now2 = epochTime() + getClockSkew(client), tolerance = getClockTolerance(client);
  if (claims.auth_time + maxAge < now2 - tolerance)
    throw OPE("too much time has elapsed since the last End-User authentication", JWT_TIMESTAMP_CHECK, { claims, now: now2, tolerance, claim: "auth_time" });
}
function validateIdTokenNonce(claims, expectedNonce) {
  let expected = expectedNonce === expectNoNonce ? void 0 : expectedNonce;
  if (claims.nonce !== expected)
    throw OPE('unexpected ID Token "nonce" claim value', JWT_CLAIM_COMPARISON, {
      expected,
      claims,
      claim: "nonce"
    });
}
function validateIdTokenAuthorizedParty(client, claims) {
  if (Array.isArray(claims.aud) && claims.aud.length !== 1) {
    if (claims.azp === void 0)
      throw OPE('ID Token "aud" (audience) claim includes additional untrusted audiences', JWT_CLAIM_COMPARISON, { claims, claim: "aud" });
    if (claims.azp !== client.client_id)
      throw OPE('unexpected ID Token "azp" (authorized party) claim value', JWT_CLAIM_COMPARISON, {
        expected: client.client_id,
        claims,
        claim: "azp"
      });
  }
}
var expectNoNonce = /* @__PURE__ */ Symbol(), skipAuthTimeCheck = /* @__PURE__ */ Symbol();
async function processAuthorizationCodeResponse(as, client, response, options) {
  return typeof options?.expectedNonce == "string" || typeof options?.maxAge == "number" || options?.requireIdToken ? processAuthorizationCodeOpenIDResponse(as, client, response, options.expectedNonce, options.maxAge, options[jweDecrypt], options.recognizedTokenTypes) : processAuthorizationCodeOAuth2Response(as, client, response, options?.maxAge, options?.[jweDecrypt], options?.recognizedTokenTypes);
}
async function processAuthorizationCodeOpenIDResponse(as, client, response, expectedNonce, maxAge, decryptFn, recognizedTokenTypes) {
  let additionalRequiredClaims = [];
  switch (expectedNonce) {
    case void 0:
      expectedNonce = expectNoNonce;
      break;
    case expectNoNonce:
      break;
    default:
      assertString(expectedNonce, '"expectedNonce" argument'), additionalRequiredClaims.push("nonce");
  }
  maxAge = resolveIdTokenMaxAge(client, maxAge), maxAge !== skipAuthTimeCheck && additionalRequiredClaims.push("auth_time");
  let result = await processGenericAccessTokenResponse(as, client, response, additionalRequiredClaims, decryptFn, recognizedTokenTypes);
  assertString(result.id_token, '"response" body "id_token" property', INVALID_RESPONSE, {
    body: result
  });
  let claims = getValidatedIdTokenClaims(result);
  return validateIdTokenAuthTime(client, claims, maxAge), validateIdTokenNonce(claims, expectedNonce), result;
}
async function processAuthorizationCodeOAuth2Response(as, client, response, maxAge, decryptFn, recognizedTokenTypes) {
  let result = await processGenericAccessTokenResponse(as, client, response, void 0, decryptFn, recognizedTokenTypes), claims = getValidatedIdTokenClaims(result);
  return claims && (validateIdTokenAuthTime(client, claims, resolveIdTokenMaxAge(client, maxAge)), validateIdTokenNonce(claims, expectNoNonce)), result;
}
var WWW_AUTHENTICATE_CHALLENGE = "OAUTH_WWW_AUTHENTICATE_CHALLENGE", RESPONSE_BODY_ERROR = "OAUTH_RESPONSE_BODY_ERROR", UNSUPPORTED_OPERATION = "OAUTH_UNSUPPORTED_OPERATION", AUTHORIZATION_RESPONSE_ERROR = "OAUTH_AUTHORIZATION_RESPONSE_ERROR";
var PARSE_ERROR = "OAUTH_PARSE_ERROR", INVALID_RESPONSE = "OAUTH_INVALID_RESPONSE";
var RESPONSE_IS_NOT_JSON = "OAUTH_RESPONSE_IS_NOT_JSON", RESPONSE_IS_NOT_CONFORM = "OAUTH_RESPONSE_IS_NOT_CONFORM", HTTP_REQUEST_FORBIDDEN = "OAUTH_HTTP_REQUEST_FORBIDDEN", REQUEST_PROTOCOL_FORBIDDEN = "OAUTH_REQUEST_PROTOCOL_FORBIDDEN", JWT_TIMESTAMP_CHECK = "OAUTH_JWT_TIMESTAMP_CHECK_FAILED", JWT_CLAIM_COMPARISON = "OAUTH_JWT_CLAIM_COMPARISON_FAILED", JSON_ATTRIBUTE_COMPARISON = "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED", KEY_SELECTION = "OAUTH_KEY_SELECTION_FAILED", MISSING_SERVER_METADATA = "OAUTH_MISSING_SERVER_METADATA", INVALID_SERVER_METADATA = "OAUTH_INVALID_SERVER_METADATA";
function assertReadableResponse(response) {
  if (response.bodyUsed)
    throw CodedTypeError('"response" body has been used already', ERR_INVALID_ARG_VALUE);
}
async function jwksRequest(as, options) {
  assertAs(as);
  let url = resolveEndpoint(as, "jwks_uri", !1, options?.[allowInsecureRequests] !== !0), headers2 = prepareHeaders(options?.headers);
  headers2.set("accept", "application/json"), headers2.append("accept", "application/jwk-set+json");
  let requestHeaders = Object.fromEntries(headers2.entries()), headersKey2 = JSON.stringify(requestHeaders), fetcher = options?.[customFetch] || fetch, requestSignal = signal(url, options?.signal);
  jwksRequests ||= /* @__PURE__ */ new WeakMap();
  let requests = jwksRequests.get(as) ?? /* @__PURE__ */ new Set();
  for (let pending2 of requests)
    if (pending2.url === url.href && pending2.headers === headersKey2 && pending2.fetch === fetcher && pending2.signal === requestSignal)
      return pending2.promise;
  let pending = {
    url: url.href,
    headers: headersKey2,
    fetch: fetcher,
    signal: requestSignal,
    promise: Promise.resolve().then(() => fetcher(url.href, {
      body: void 0,
      headers: requestHeaders,
      method: "GET",
      redirect: "manual",
      signal: requestSignal
    })).then(processJwksResponse).then((jwks) => {
      let uat = epochTime();
      return setJwksCache(as, jwks, uat), { jwks, uat };
    }).finally(() => {
      requests.delete(pending), requests.size || jwksRequests.delete(as);
    })
  };
  return requests.add(pending), jwksRequests.set(as, requests), pending.promise;
}
async function processJwksResponse(response) {
  if (!looseInstanceOf(response, Response))
    throw CodedTypeError('"response" must be an instance of Response', ERR_INVALID_ARG_TYPE);
  if (response.status !== 200)
    throw OPE('"response" is not a conform JSON Web Key Set response (unexpected HTTP status code)', RESPONSE_IS_NOT_CONFORM, response);
  assertReadableResponse(response);
  let json2 = await getResponseJsonBody(response, (response2) => assertContentTypes(response2, "application/json", "application/jwk-set+json"));
  if (!Array.isArray(json2.keys))
    throw OPE('"response" body "keys" property must be an array', INVALID_RESPONSE, { body: json2 });
  if (!Array.prototype.every.call(json2.keys, isJsonObject2))
    throw OPE('"response" body "keys" property members must be JWK formatted objects', INVALID_RESPONSE, { body: json2 });
  return json2;
}
function supported(alg) {
  switch (alg) {
    case "PS256":
    case "ES256":
    case "RS256":
    case "PS384":
    case "ES384":
    case "RS384":
    case "PS512":
    case "ES512":
    case "RS512":
    case "Ed25519":
    case "EdDSA":
    case "ML-DSA-44":
    case "ML-DSA-65":
    case "ML-DSA-87":
      return !0;
    default:
      return !1;
  }
}
function checkSupportedJwsAlg(header) {
  if (!supported(header.alg))
    throw new UnsupportedOperationError('unsupported JWS "alg" identifier', {
      cause: { alg: header.alg }
    });
}
function checkRsaKeyAlgorithm(key) {
  let { algorithm } = key;
  if (typeof algorithm.modulusLength != "number" || algorithm.modulusLength < 2048)
    throw new UnsupportedOperationError(`unsupported ${algorithm.name} modulusLength`, {
      cause: key
    });
}
function ecdsaHashName(key) {
  let { algorithm } = key;
  switch (algorithm.namedCurve) {
    case "P-256":
      return "SHA-256";
    case "P-384":
      return "SHA-384";
    case "P-521":
      return "SHA-512";
    default:
      throw new UnsupportedOperationError("unsupported ECDSA namedCurve", { cause: key });
  }
}
function keyToSubtle(key) {
  switch (key.algorithm.name) {
    case "ECDSA":
      return {
        name: key.algorithm.name,
        hash: ecdsaHashName(key)
      };
    case "RSA-PSS":
      switch (checkRsaKeyAlgorithm(key), key.algorithm.hash.name) {
        case "SHA-256":
        case "SHA-384":
        case "SHA-512":
          return {
            name: key.algorithm.name,
            saltLength: parseInt(key.algorithm.hash.name.slice(-3), 10) >> 3
          };
        default:
          throw new UnsupportedOperationError("unsupported RSA-PSS hash name", { cause: key });
      }
    case "RSASSA-PKCS1-v1_5":
      return checkRsaKeyAlgorithm(key), key.algorithm.name;
    case "ML-DSA-44":
    case "ML-DSA-65":
    case "ML-DSA-87":
    case "Ed25519":
      return key.algorithm.name;
  }
  throw new UnsupportedOperationError("unsupported CryptoKey algorithm name", { cause: key });
}
async function validateJwsSignature(protectedHeader, payload, key, signature) {
  let data = buf(`${protectedHeader}.${payload}`), algorithm = keyToSubtle(key);
  if (!await crypto.subtle.verify(algorithm, key, signature, data))
    throw OPE("JWT signature verification failed", INVALID_RESPONSE, {
      key,
      data,
      signature,
      algorithm
    });
}
async function validateJwt(jws, checkAlg, clockSkew2, clockTolerance2, decryptJwt) {
  let { 0: protectedHeader, 1: payload, length: length2 } = jws.split(".");
  if (length2 === 5)
    if (decryptJwt !== void 0)
      jws = await decryptJwt(jws), { 0: protectedHeader, 1: payload, length: length2 } = jws.split(".");
    else
      throw new UnsupportedOperationError("JWE decryption is not configured", { cause: jws });
  if (length2 !== 3)
    throw OPE("Invalid JWT", INVALID_RESPONSE, jws);
  let header;
  try {
    header = JSON.parse(buf(b64u(protectedHeader)));
  } catch (cause) {
    throw OPE("failed to parse JWT Header body as base64url encoded JSON", PARSE_ERROR, cause);
  }
  if (!isJsonObject2(header))
    throw OPE("JWT Header must be a top level object", INVALID_RESPONSE, jws);
  if (checkAlg(header), header.crit !== void 0)
    throw new UnsupportedOperationError('no JWT "crit" header parameter extensions are supported', {
      cause: { header }
    });
  let claims;
  try {
    claims = JSON.parse(buf(b64u(payload)));
  } catch (cause) {
    throw OPE("failed to parse JWT Payload body as base64url encoded JSON", PARSE_ERROR, cause);
  }
  if (!isJsonObject2(claims))
    throw OPE("JWT Payload must be a top level object", INVALID_RESPONSE, jws);
  let now2 = epochTime() + clockSkew2;
  if (claims.exp !== void 0) {
    if (typeof claims.exp != "number")
      throw OPE('unexpected JWT "exp" (expiration time) claim type', INVALID_RESPONSE, { claims });
    if (claims.exp <= now2 - clockTolerance2)
      throw OPE('unexpected JWT "exp" (expiration time) claim value, expiration is past current timestamp', JWT_TIMESTAMP_CHECK, { claims, now: now2, tolerance: clockTolerance2, claim: "exp" });
  }
  if (claims.iat !== void 0 && typeof claims.iat != "number")
    throw OPE('unexpected JWT "iat" (issued at) claim type', INVALID_RESPONSE, { claims });
  if (claims.iss !== void 0 && typeof claims.iss != "string")
    throw OPE('unexpected JWT "iss" (issuer) claim type', INVALID_RESPONSE, { claims });
  if (claims.nbf !== void 0) {
    if (typeof claims.nbf != "number")
      throw OPE('unexpected JWT "nbf" (not before) claim type', INVALID_RESPONSE, { claims });
    if (claims.nbf > now2 + clockTolerance2)
      throw OPE('unexpected JWT "nbf" (not before) claim value', JWT_TIMESTAMP_CHECK, {
        claims,
        now: now2,
        tolerance: clockTolerance2,
        claim: "nbf"
      });
  }
  if (claims.aud !== void 0 && typeof claims.aud != "string" && !Array.isArray(claims.aud))
    throw OPE('unexpected JWT "aud" (audience) claim type', INVALID_RESPONSE, { claims });
  return { header, claims, jwt: jws };
}
async function consumeStream(request) {
  if (request.bodyUsed)
    throw CodedTypeError("form_post Request instances must contain a readable body", ERR_INVALID_ARG_VALUE, { cause: request });
  return request.text();
}
async function formPostResponse(request) {
  if (request.method !== "POST")
    throw CodedTypeError("form_post responses are expected to use the POST method", ERR_INVALID_ARG_VALUE, { cause: request });
  if (getContentType(request) !== "application/x-www-form-urlencoded")
    throw CodedTypeError("form_post responses are expected to use the application/x-www-form-urlencoded content-type", ERR_INVALID_ARG_VALUE, { cause: request });
  return consumeStream(request);
}
function checkSigningAlgorithm(client, issuer, fallback, header) {
  if (client !== void 0) {
    if (typeof client == "string" ? header.alg !== client : !client.includes(header.alg))
      throw OPE('unexpected JWT "alg" header parameter', INVALID_RESPONSE, {
        header,
        expected: client,
        reason: "client configuration"
      });
    return;
  }
  if (Array.isArray(issuer)) {
    if (!issuer.includes(header.alg))
      throw OPE('unexpected JWT "alg" header parameter', INVALID_RESPONSE, {
        header,
        expected: issuer,
        reason: "authorization server metadata"
      });
    return;
  }
  if (fallback !== void 0) {
    if (typeof fallback == "string" ? header.alg !== fallback : typeof fallback == "function" ? !fallback(header.alg) : !fallback.includes(header.alg))
      throw OPE('unexpected JWT "alg" header parameter', INVALID_RESPONSE, {
        header,
        expected: fallback,
        reason: "default value"
      });
    return;
  }
  throw OPE('missing client or server configuration to verify used JWT "alg" header parameter', void 0, { client, issuer, fallback });
}
function getURLSearchParameter(parameters, name) {
  let { 0: value, length: length2 } = parameters.getAll(name);
  if (length2 > 1)
    throw OPE(`"${name}" parameter must be provided only once`, INVALID_RESPONSE);
  return value;
}
var skipStateCheck = /* @__PURE__ */ Symbol(), expectNoState = /* @__PURE__ */ Symbol();
function validateAuthResponse(as, client, parameters, expectedState) {
  if (assertAs(as), assertClient(client), parameters instanceof URL && (parameters = parameters.searchParams), !(parameters instanceof URLSearchParams))
    throw CodedTypeError('"parameters" must be an instance of URLSearchParams, or URL', ERR_INVALID_ARG_TYPE);
  if (getURLSearchParameter(parameters, "response"))
    throw OPE('"parameters" contains a JARM response, use validateJwtAuthResponse() instead of validateAuthResponse()', INVALID_RESPONSE, { parameters });
  let iss = getURLSearchParameter(parameters, "iss"), state = getURLSearchParameter(parameters, "state");
  if (!iss && as.authorization_response_iss_parameter_supported)
    throw OPE('response parameter "iss" (issuer) missing', INVALID_RESPONSE, { parameters });
  if (iss && iss !== as.issuer)
    throw OPE('unexpected "iss" (issuer) response parameter value', INVALID_RESPONSE, {
      expected: as.issuer,
      parameters
    });
  switch (expectedState) {
    case void 0:
    case expectNoState:
      if (state !== void 0)
        throw OPE('unexpected "state" response parameter encountered', INVALID_RESPONSE, {
          expected: void 0,
          parameters
        });
      break;
    case skipStateCheck:
      break;
    default:
      if (assertString(expectedState, '"expectedState" argument'), state !== expectedState)
        throw OPE(state === void 0 ? 'response parameter "state" missing' : 'unexpected "state" response parameter value', INVALID_RESPONSE, { expected: expectedState, parameters });
  }
  if (getURLSearchParameter(parameters, "error"))
    throw new AuthorizationResponseError("authorization response from the server is an error", {
      cause: parameters
    });
  let id_token = getURLSearchParameter(parameters, "id_token"), token = getURLSearchParameter(parameters, "token");
  if (id_token !== void 0 || token !== void 0)
    throw new UnsupportedOperationError("implicit and hybrid flows are not supported");
  return brand(new URLSearchParams(parameters));
}
function algToSubtle(alg) {
  switch (alg) {
    case "PS256":
    case "PS384":
    case "PS512":
      return { name: "RSA-PSS", hash: `SHA-${alg.slice(-3)}` };
    case "RS256":
    case "RS384":
    case "RS512":
      return { name: "RSASSA-PKCS1-v1_5", hash: `SHA-${alg.slice(-3)}` };
    case "ES256":
    case "ES384":
      return { name: "ECDSA", namedCurve: `P-${alg.slice(-3)}` };
    case "ES512":
      return { name: "ECDSA", namedCurve: "P-521" };
    case "EdDSA":
      return "Ed25519";
    case "Ed25519":
    case "ML-DSA-44":
    case "ML-DSA-65":
    case "ML-DSA-87":
      return alg;
    default:
      throw new UnsupportedOperationError("unsupported JWS algorithm", { cause: { alg } });
  }
}
async function importJwk(alg, jwk) {
  let { ext, key_ops, use, ...key } = jwk;
  return crypto.subtle.importKey("jwk", key, algToSubtle(alg), !0, ["verify"]);
}
async function getResponseJsonBody(response, check = assertApplicationJson) {
  let json2;
  try {
    json2 = await response.json();
  } catch (cause) {
    throw check(response), OPE('failed to parse "response" body as JSON', PARSE_ERROR, cause);
  }
  if (!isJsonObject2(json2))
    throw OPE('"response" body must be a top level object', INVALID_RESPONSE, { body: json2 });
  return json2;
}
var _nodiscoverycheck = /* @__PURE__ */ Symbol(), _expectedIssuer = /* @__PURE__ */ Symbol();

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder2 = new TextEncoder(), decoder2 = new TextDecoder(), strictDecoder = new TextDecoder("utf-8", { fatal: !0 }), UINT32_RANGE = 2 ** 32;
function concat(...buffers) {
  let size = buffers.reduce((acc, { length: length2 }) => acc + length2, 0), buf2 = new Uint8Array(size), i = 0;
  for (let buffer of buffers)
    buf2.set(buffer, i), i += buffer.length;
  return buf2;
}
function writeUInt32BE(buf2, value, offset) {
  if (value < 0 || value >= UINT32_RANGE)
    throw new RangeError(`value must be >= 0 and <= ${UINT32_RANGE - 1}. Received ${value}`);
  buf2.set([value >>> 24, value >>> 16, value >>> 8, value & 255], offset);
}
function uint64be(value) {
  let high = Math.floor(value / UINT32_RANGE), low = value % UINT32_RANGE, buf2 = new Uint8Array(8);
  return writeUInt32BE(buf2, high, 0), writeUInt32BE(buf2, low, 4), buf2;
}
function uint32be(value) {
  let buf2 = new Uint8Array(4);
  return writeUInt32BE(buf2, value), buf2;
}
var NON_ASCII = /[^\x00-\x7f]/;
function encode2(string3) {
  if (typeof string3 == "string" && string3.length >= 128) {
    if (NON_ASCII.test(string3))
      throw new TypeError("non-ASCII string encountered in encode()");
    return encoder2.encode(string3);
  }
  let bytes = new Uint8Array(string3.length);
  for (let i = 0; i < string3.length; i++) {
    let code = string3.charCodeAt(i);
    if (code > 127)
      throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i] = code;
  }
  return bytes;
}
function encodeBase64(input, url = !1) {
  if (Uint8Array.prototype.toBase64)
    return input.toBase64({ alphabet: url ? "base64url" : "base64", omitPadding: url });
  let CHUNK_SIZE = 32768, arr = [];
  for (let i = 0; i < input.length; i += CHUNK_SIZE)
    arr.push(String.fromCharCode.apply(null, input.subarray(i, i + CHUNK_SIZE)));
  let encoded2 = btoa(arr.join(""));
  return url ? encoded2.replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_") : encoded2;
}
function decodeBase64(encoded2, url = !1) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded2, { alphabet: url ? "base64url" : "base64" });
  if (url) {
    if (encoded2.includes("+") || encoded2.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded2 = encoded2.replace(/-/g, "+").replace(/_/g, "/");
  }
  let binary = atob(encoded2), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}
async function digest(algorithm, data) {
  let subtleDigest = `SHA-${algorithm.slice(-3)}`;
  return new Uint8Array(await crypto.subtle.digest(subtleDigest, data));
}

// node_modules/jose/dist/webapi/util/errors.js
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message3, options) {
    super(message3, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
}, JWTClaimValidationFailed = class extends JOSEError {
  static code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  claim;
  reason;
  payload;
  constructor(message3, payload, claim2 = "unspecified", reason = "unspecified") {
    super(message3, { cause: { claim: claim2, reason, payload } }), this.claim = claim2, this.reason = reason, this.payload = payload;
  }
}, JWTExpired = class extends JOSEError {
  static code = "ERR_JWT_EXPIRED";
  code = "ERR_JWT_EXPIRED";
  claim;
  reason;
  payload;
  constructor(message3, payload, claim2 = "unspecified", reason = "unspecified") {
    super(message3, { cause: { claim: claim2, reason, payload } }), this.claim = claim2, this.reason = reason, this.payload = payload;
  }
}, JOSEAlgNotAllowed = class extends JOSEError {
  static code = "ERR_JOSE_ALG_NOT_ALLOWED";
  code = "ERR_JOSE_ALG_NOT_ALLOWED";
}, JOSENotSupported = class extends JOSEError {
  static code = "ERR_JOSE_NOT_SUPPORTED";
  code = "ERR_JOSE_NOT_SUPPORTED";
}, JWEDecryptionFailed = class extends JOSEError {
  static code = "ERR_JWE_DECRYPTION_FAILED";
  code = "ERR_JWE_DECRYPTION_FAILED";
  constructor(message3 = "decryption operation failed", options) {
    super(message3, options);
  }
}, JWEInvalid = class extends JOSEError {
  static code = "ERR_JWE_INVALID";
  code = "ERR_JWE_INVALID";
};
var JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};

// node_modules/jose/dist/webapi/util/base64url.js
var invalid = "The input to be decoded is not correctly encoded.";
function decode2(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder2.decode(input), !0);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function encode3(input) {
  return encodeBase64(typeof input == "string" ? encoder2.encode(input) : input, !0);
}

// node_modules/jose/dist/webapi/lib/validate.js
function assertUint8Array(input, label) {
  if (!(input instanceof Uint8Array))
    throw new TypeError(`${label} must be an instance of Uint8Array`);
}
function isObject2(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return !1;
  let prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function isDisjoint(...headers2) {
  let parameters = /* @__PURE__ */ new Set();
  for (let header of headers2)
    if (header)
      for (let parameter of Object.keys(header)) {
        if (parameters.has(parameter))
          return !1;
        parameters.add(parameter);
      }
  return !0;
}
function assertNotSet(value, name) {
  if (value !== void 0)
    throw new TypeError(`${name} can only be called once`);
}
function decodeBase64url(value, label, ErrorClass) {
  try {
    return decode2(value);
  } catch (cause) {
    throw new ErrorClass(`Failed to base64url decode the ${label}`, { cause });
  }
}
function encodeAsciiMember(value, label, ErrorClass) {
  try {
    return encode2(value);
  } catch (cause) {
    throw new ErrorClass(`The ${label} is not a valid base64url string`, { cause });
  }
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message3) {
  let parsed;
  try {
    parsed = JSON.parse(strictDecoder.decode(decode2(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message3, { cause });
  }
  if (!isObject2(parsed))
    throw new ErrorClass(message3);
  return parsed;
}
var JWE_RECOGNIZED = { __proto__: null };
function validateAlgorithms(option, algorithms) {
  if (algorithms !== void 0 && (!Array.isArray(algorithms) || algorithms.some((s) => typeof s != "string")))
    throw new TypeError(`"${option}" option must be an array of strings`);
  return algorithms === void 0 ? void 0 : new Set(algorithms);
}
function validateCritDuplicates(Err, protectedHeader) {
  let { crit } = protectedHeader ?? {};
  if (Array.isArray(crit) && new Set(crit).size !== crit.length)
    throw new Err('"crit" (Critical) Header Parameter MUST NOT contain duplicate values');
}
function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
  if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0)
    throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
  if (!protectedHeader || protectedHeader.crit === void 0)
    return [];
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input) => typeof input != "string" || input.length === 0))
    throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
  let recognized = recognizedOption === void 0 ? recognizedDefault : { __proto__: null, ...recognizedOption, ...recognizedDefault };
  for (let parameter of protectedHeader.crit) {
    if (!(parameter in recognized))
      throw new JOSENotSupported(`Extension Header Parameter "${parameter}" is not recognized`);
    if (!Object.hasOwn(joseHeader, parameter) || joseHeader[parameter] === void 0)
      throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    if (recognized[parameter] && (!Object.hasOwn(protectedHeader, parameter) || protectedHeader[parameter] === void 0))
      throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
  }
  return protectedHeader.crit;
}
function serializeJoseHeader(Err, header) {
  let serialized, parsed;
  try {
    serialized = JSON.stringify(header), parsed = JSON.parse(serialized);
  } catch (cause) {
    throw new Err("JOSE Header is not valid JSON", { cause });
  }
  if (!isObject2(parsed))
    throw new Err("JOSE Header is not a JSON object");
  return [parsed, serialized];
}

// node_modules/jose/dist/webapi/lib/key.js
var tag = (key) => key[Symbol.toStringTag], jwkMatchesOp = (entry, key, usage) => {
  let { alg } = entry;
  if (key.use !== void 0) {
    let expected = usage === "sign" || usage === "verify" ? "sig" : "enc";
    if (key.use !== expected)
      throw new TypeError(`Invalid key for this operation, its "use" must be "${expected}" when present`);
  }
  if (key.kty === "AKP" && key.alg === void 0)
    throw new TypeError('missing "alg" (Algorithm) Parameter value');
  if (key.alg !== void 0 && key.alg !== alg)
    throw new TypeError(`Invalid key for this operation, its "alg" must be "${alg}" when present`);
  if (Array.isArray(key.key_ops)) {
    let expectedKeyOp = usage === "encrypt" || usage === "decrypt" ? entry.ops?.[usage === "encrypt" ? 0 : 1] : usage;
    if (expectedKeyOp && !key.key_ops.includes(expectedKeyOp))
      throw new TypeError(`Invalid key for this operation, its "key_ops" must include "${expectedKeyOp}" when present`);
  }
};
async function prepareKey(entry, key, usage) {
  let { alg, secret } = entry, requiresPrivateKey = usage === "decrypt" || usage === "sign";
  if (secret && key instanceof Uint8Array)
    return key;
  let normalized, keyObject;
  if (isObject2(key)) {
    if (normalized = normalizeJwk(key), typeof normalized.kty != "string")
      throw invalidKeyType(alg, key, secret);
    if (!(secret ? normalized.kty === "oct" && typeof normalized.k == "string" : normalized.kty !== "oct" && (requiresPrivateKey ? normalized.kty === "AKP" && typeof normalized.priv == "string" || typeof normalized.d == "string" : normalized.d === void 0 && normalized.priv === void 0)))
      throw new TypeError(secret ? 'JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present' : `JSON Web Key for this operation must be a ${requiresPrivateKey ? "private" : "public"} JWK`);
    if (jwkMatchesOp(entry, normalized, usage), normalized.kty === "oct")
      return decode2(normalized.k);
    if (!Object.isFrozen(key)) {
      let { key_ops } = key;
      Array.isArray(key_ops) && Object.freeze(key_ops), Object.freeze(key);
    }
  } else {
    if (!isKeyLike(key))
      throw invalidKeyType(alg, key, secret);
    let expectedType = secret ? "secret" : requiresPrivateKey ? "private" : "public";
    if (key.type !== expectedType && (secret || ["secret", "public", "private"].includes(key.type)))
      throw new TypeError(`${tag(key)} instances must be of type "${expectedType}" for the ${alg} algorithm`);
    if (isCryptoKey(key))
      return key;
    if (keyObject = key, keyObject.type === "secret")
      return keyObject.export();
  }
  cache ||= /* @__PURE__ */ new WeakMap();
  let cacheKey2 = key, cached2 = cache.get(cacheKey2);
  if (cached2?.[alg])
    return cached2[alg];
  if (cached2 || cache.set(cacheKey2, cached2 = {}), keyObject && typeof keyObject.toCryptoKey == "function") {
    let isPublic = keyObject.type === "public", crv = nist[keyObject.asymmetricKeyDetails?.namedCurve], params = entry.resolve?.({ crv, asymmetricKeyType: keyObject.asymmetricKeyType }) ?? entry.subtle;
    return cached2[alg] = keyObject.toCryptoKey(params, isPublic, entry.usages[isPublic ? 0 : 1]);
  }
  return normalized ??= keyObject.export({ format: "jwk" }), normalized.alg = alg, cached2[alg] = await jwkToKey(entry, normalized);
}
var cache, nist = {
  __proto__: null,
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521"
};
function assertCryptoKey(key) {
  if (!isCryptoKey(key))
    throw new Error("CryptoKey instance expected");
}
var isCryptoKey = (key) => {
  if (key?.[Symbol.toStringTag] === "CryptoKey")
    return !0;
  try {
    return key instanceof CryptoKey;
  } catch {
    return !1;
  }
}, isKeyObject = (key) => key?.[Symbol.toStringTag] === "KeyObject", isKeyLike = (key) => isCryptoKey(key) || isKeyObject(key);
function message(msg, actual, ...types) {
  if (types.length > 2) {
    let last = types.pop();
    msg += `one of type ${types.join(", ")}, or ${last}.`;
  } else types.length === 2 ? msg += `one of type ${types[0]} or ${types[1]}.` : msg += `of type ${types[0]}.`;
  return actual == null ? msg += ` Received ${actual}` : typeof actual == "function" && actual.name ? msg += ` Received function ${actual.name}` : typeof actual == "object" && actual != null && actual.constructor?.name && (msg += ` Received an instance of ${actual.constructor.name}`), msg;
}
var invalidKeyInput = (actual, ...types) => message("Key must be ", actual, ...types);
function invalidKeyType(alg, actual, secret) {
  let types = ["CryptoKey", "KeyObject", "JSON Web Key"];
  return secret && types.push("Uint8Array"), new TypeError(message(`Key for the ${alg} algorithm must be `, actual, ...types));
}
var unusable2 = (name, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name}`);
function checkUsage(key, usage) {
  if (usage && !key.usages.includes(usage))
    throw new TypeError(`CryptoKey does not support this operation, its usages must include ${usage}.`);
}
function checkModulusLength(alg, key) {
  let { modulusLength } = key.algorithm;
  if (typeof modulusLength != "number" || modulusLength < 2048)
    throw new TypeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
}
function checkCryptoKey(key, expected, usage) {
  let algorithm = key.algorithm;
  if (algorithm.name !== expected.name)
    throw unusable2(expected.name);
  if (expected.hash && algorithm.hash?.name !== expected.hash)
    throw unusable2(expected.hash, "algorithm.hash");
  if (expected.namedCurve && algorithm.namedCurve !== expected.namedCurve)
    throw unusable2(expected.namedCurve, "algorithm.namedCurve");
  if (expected.length !== void 0 && algorithm.length !== expected.length)
    throw unusable2(expected.length, "algorithm.length");
  checkUsage(key, usage);
}
function snapshotJwk(jwk) {
  return { __proto__: null, ...jwk };
}
function normalizeJwk(jwk) {
  let normalized = snapshotJwk(jwk);
  if (normalized.ext !== void 0 && typeof normalized.ext != "boolean")
    throw new TypeError('"ext" (Extractable) Parameter must be a boolean');
  if (normalized.key_ops !== void 0) {
    let value = normalized.key_ops, keyOps = Array.isArray(value) ? [...value] : void 0;
    if (!keyOps || keyOps.some((operation) => typeof operation != "string") || new Set(keyOps).size !== keyOps.length)
      throw new TypeError('"key_ops" (Key Operations) Parameter must be an array of unique strings');
    normalized.key_ops = keyOps;
  }
  return normalized;
}
async function jwkToKey(entry, jwk, extractable) {
  if (!entry.kty.includes(jwk.kty))
    throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
  let algorithm = entry.resolve?.({ kty: jwk.kty, crv: jwk.crv }) ?? entry.subtle, isPrivate = !!(jwk.d || jwk.priv), keyData = { ...jwk, ext: extractable ?? jwk.ext };
  return keyData.kty !== "AKP" && delete keyData.alg, delete keyData.use, crypto.subtle.importKey("jwk", keyData, algorithm, keyData.ext ?? !isPrivate, jwk.key_ops ?? entry.usages[isPrivate ? 1 : 0]);
}
async function rawKey(key, expected, usage, extractable = !1) {
  return key instanceof Uint8Array && (key = await crypto.subtle.importKey("raw", key, expected, extractable, [usage])), checkCryptoKey(key, expected, usage), key;
}

// node_modules/jose/dist/webapi/lib/content_encryption.js
var generateCek = (enc) => crypto.getRandomValues(new Uint8Array(enc.cekBits >> 3));
function checkCekLength(cek, expected) {
  let actual = cek.byteLength << 3;
  if (actual !== expected)
    throw new JWEInvalid(`Invalid Content Encryption Key length. Expected ${expected} bits, got ${actual} bits`);
}
var generateIv = (enc) => crypto.getRandomValues(new Uint8Array(enc.ivBits >> 3));
function checkIvLength(enc, iv) {
  if (iv.length << 3 !== enc.ivBits)
    throw new JWEInvalid("Invalid Initialization Vector length");
}
async function cbcKeySetup(enc, cek, usage) {
  if (!(cek instanceof Uint8Array))
    throw new TypeError(invalidKeyInput(cek, "Uint8Array"));
  let keyLengthBits = enc.cekBits >> 1, encKey = await crypto.subtle.importKey("raw", cek.subarray(keyLengthBits >> 3), "AES-CBC", !1, [usage]), macKey = await crypto.subtle.importKey("raw", cek.subarray(0, keyLengthBits >> 3), {
    hash: `SHA-${keyLengthBits << 1}`,
    name: "HMAC"
  }, !1, ["sign"]);
  return [encKey, macKey, keyLengthBits];
}
async function cbcHmacTag(macKey, macData, keyLengthBits) {
  return new Uint8Array((await crypto.subtle.sign("HMAC", macKey, macData)).slice(0, keyLengthBits >> 3));
}
async function cbcEncrypt(enc, plaintext, cek, iv, aad) {
  let [encKey, macKey, keyLengthBits] = await cbcKeySetup(enc, cek, "encrypt"), ciphertext = new Uint8Array(await crypto.subtle.encrypt({
    iv,
    name: "AES-CBC"
  }, encKey, plaintext)), al = uint64be(aad.length * 8), macData = concat(aad, iv, ciphertext, al), tag2 = await cbcHmacTag(macKey, macData, keyLengthBits);
  return { ciphertext, tag: tag2, iv };
}
async function timingSafeEqual(a, b) {
  let algorithm = { name: "HMAC", hash: "SHA-256" }, key = await crypto.subtle.generateKey(algorithm, !1, ["sign", "verify"]), aHmac = await crypto.subtle.sign(algorithm, key, a);
  return crypto.subtle.verify(algorithm, key, aHmac, b);
}
async function cbcDecrypt(enc, cek, ciphertext, iv, tag2, aad) {
  let [encKey, macKey, keyLengthBits] = await cbcKeySetup(enc, cek, "decrypt"), al = uint64be(aad.length * 8), macData = concat(aad, iv, ciphertext, al), expectedTag = await cbcHmacTag(macKey, macData, keyLengthBits);
  try {
    if (await timingSafeEqual(tag2, expectedTag))
      return new Uint8Array(await crypto.subtle.decrypt({ iv, name: "AES-CBC" }, encKey, ciphertext));
  } catch {
  }
  throw new JWEDecryptionFailed();
}
async function encrypt(enc, plaintext, cek, iv, aad) {
  if (!isCryptoKey(cek) && !(cek instanceof Uint8Array))
    throw new TypeError(invalidKeyInput(cek, "CryptoKey", "KeyObject", "Uint8Array", "JSON Web Key"));
  if (iv ? checkIvLength(enc, iv) : iv = generateIv(enc), cek instanceof Uint8Array && checkCekLength(cek, enc.cekBits), enc.cbc)
    return cbcEncrypt(enc, plaintext, cek, iv, aad);
  let encKey = await rawKey(cek, enc.subtle, "encrypt"), encrypted = new Uint8Array(await crypto.subtle.encrypt({
    additionalData: aad,
    iv,
    name: "AES-GCM",
    tagLength: 128
  }, encKey, plaintext));
  return { ciphertext: encrypted.subarray(0, -16), tag: encrypted.subarray(-16), iv };
}
async function decrypt(enc, cek, ciphertext, iv, tag2, aad) {
  if (!isCryptoKey(cek) && !(cek instanceof Uint8Array))
    throw new TypeError(invalidKeyInput(cek, "CryptoKey", "KeyObject", "Uint8Array", "JSON Web Key"));
  if (!iv)
    throw new JWEInvalid("JWE Initialization Vector missing");
  if (!tag2)
    throw new JWEInvalid("JWE Authentication Tag missing");
  if (!enc.cbc && tag2.length !== 16)
    throw new JWEInvalid("Invalid Authentication Tag length");
  if (checkIvLength(enc, iv), cek instanceof Uint8Array && checkCekLength(cek, enc.cekBits), enc.cbc)
    return cbcDecrypt(enc, cek, ciphertext, iv, tag2, aad);
  let encKey = await rawKey(cek, enc.subtle, "decrypt");
  try {
    return new Uint8Array(await crypto.subtle.decrypt({
      additionalData: aad,
      iv,
      name: "AES-GCM",
      tagLength: 128
    }, encKey, concat(ciphertext, tag2)));
  } catch {
    throw new JWEDecryptionFailed();
  }
}

// node_modules/jose/dist/webapi/lib/key_descriptor.js
function table(entries) {
  let out = { __proto__: null };
  for (let alg in entries)
    out[alg] = { ...entries[alg], alg };
  return out;
}

// node_modules/jose/dist/webapi/lib/jwe_algorithms.js
var wrap = [
  ["encrypt", "wrapKey"],
  ["decrypt", "unwrapKey"]
], derive2 = [[], ["deriveBits"]], none = [[], []];
function rsaes(bits) {
  return {
    kty: ["RSA"],
    mode: "key-encryption",
    subtle: { name: "RSA-OAEP", hash: `SHA-${bits}` },
    usages: wrap,
    ops: ["wrapKey", "unwrapKey"]
  };
}
function ecdh(mode) {
  return {
    kty: ["EC", "OKP"],
    mode,
    subtle: { name: "ECDH" },
    resolve: ({ kty, crv, asymmetricKeyType }) => {
      if (crv === "X25519" || asymmetricKeyType === "x25519")
        return { name: "X25519" };
      if (kty === "OKP")
        throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
      return { name: "ECDH", namedCurve: crv };
    },
    usages: derive2,
    ops: [void 0, "deriveBits"]
  };
}
function aeskw(bits, gcm = !1) {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: !0,
    subtle: { name: gcm ? "AES-GCM" : "AES-KW", length: bits },
    usages: none,
    ops: gcm ? ["encrypt", "decrypt"] : ["wrapKey", "unwrapKey"]
  };
}
function pbes2() {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: !0,
    subtle: { name: "PBKDF2" },
    usages: none,
    ops: ["deriveBits", "deriveBits"]
  };
}
var JWE = table({
  dir: {
    kty: ["oct"],
    mode: "direct-encryption",
    secret: !0,
    subtle: { name: "AES-GCM" },
    usages: none,
    ops: ["encrypt", "decrypt"]
  },
  "RSA-OAEP": rsaes(1),
  "RSA-OAEP-256": rsaes(256),
  "RSA-OAEP-384": rsaes(384),
  "RSA-OAEP-512": rsaes(512),
  "ECDH-ES": ecdh("direct-key-agreement"),
  "ECDH-ES+A128KW": ecdh("key-agreement-with-key-wrapping"),
  "ECDH-ES+A192KW": ecdh("key-agreement-with-key-wrapping"),
  "ECDH-ES+A256KW": ecdh("key-agreement-with-key-wrapping"),
  A128KW: aeskw(128),
  A192KW: aeskw(192),
  A256KW: aeskw(256),
  A128GCMKW: aeskw(128, !0),
  A192GCMKW: aeskw(192, !0),
  A256GCMKW: aeskw(256, !0),
  "PBES2-HS256+A128KW": pbes2(),
  "PBES2-HS384+A192KW": pbes2(),
  "PBES2-HS512+A256KW": pbes2()
}), contentOps = ["encrypt", "decrypt"];
function contentEncryption(bits, cbc = !1) {
  return {
    kty: ["oct"],
    secret: !0,
    subtle: { name: cbc ? "AES-CBC" : "AES-GCM", length: bits },
    usages: none,
    ops: contentOps,
    cekBits: bits,
    ivBits: cbc ? 128 : 96,
    cbc
  };
}
var ENC = table({
  A128GCM: contentEncryption(128),
  A192GCM: contentEncryption(192),
  A256GCM: contentEncryption(256),
  "A128CBC-HS256": contentEncryption(256, !0),
  "A192CBC-HS384": contentEncryption(384, !0),
  "A256CBC-HS512": contentEncryption(512, !0)
});
function unsupported(parameter, name) {
  throw new JOSENotSupported(`Invalid or unsupported "${parameter}" (JWE ${name}) header value`);
}
function jweAlgorithm(alg) {
  return (typeof alg == "string" ? JWE[alg] : void 0) ?? unsupported("alg", "Algorithm");
}
function isJWECEKTransport(algorithm) {
  return algorithm.mode === "key-wrapping" || algorithm.mode === "key-encryption" || algorithm.mode === "key-agreement-with-key-wrapping";
}
function jweEncryption(enc) {
  return (typeof enc == "string" ? ENC[enc] : void 0) ?? unsupported("enc", "Encryption Algorithm");
}

// node_modules/jose/dist/webapi/lib/key_management.js
function checkEcdhCryptoKey(key, usage) {
  if (key.algorithm.name !== "ECDH" && key.algorithm.name !== "X25519")
    throw new TypeError("CryptoKey does not support this operation, its algorithm.name must be ECDH or X25519");
  checkUsage(key, usage);
}
async function aeskwWrap(alg, key, cek) {
  let cryptoKey = await rawKey(key, jweAlgorithm(alg).subtle, "wrapKey", !0), cryptoKeyCek = await crypto.subtle.importKey("raw", cek, { hash: "SHA-256", name: "HMAC" }, !0, ["sign"]);
  return new Uint8Array(await crypto.subtle.wrapKey("raw", cryptoKeyCek, cryptoKey, "AES-KW"));
}
async function aeskwUnwrap(alg, key, encryptedKey) {
  let cryptoKey = await rawKey(key, jweAlgorithm(alg).subtle, "unwrapKey", !0), cryptoKeyCek = await crypto.subtle.unwrapKey("raw", encryptedKey, cryptoKey, "AES-KW", { hash: "SHA-256", name: "HMAC" }, !0, ["sign"]);
  return new Uint8Array(await crypto.subtle.exportKey("raw", cryptoKeyCek));
}
function checkRsaKey(alg, key, usage) {
  checkCryptoKey(key, jweAlgorithm(alg).subtle, usage), checkModulusLength(alg, key);
}
async function deriveKey(p2s, alg, p2c, key) {
  if (!(p2s instanceof Uint8Array) || p2s.length < 8)
    throw new JWEInvalid("PBES2 Salt Input must be 8 or more octets");
  if (!Number.isSafeInteger(p2c) || Math.sign(p2c) !== 1)
    throw new JWEInvalid("PBES2 Count Input must be a positive integer");
  let salt = concat(encode2(alg), Uint8Array.of(0), p2s), keyLengthBits = parseInt(alg.slice(13, 16), 10), subtleAlg = {
    hash: `SHA-${alg.slice(8, 11)}`,
    iterations: p2c,
    name: "PBKDF2",
    salt
  }, cryptoKey = await rawKey(key, jweAlgorithm(alg).subtle, "deriveBits");
  return new Uint8Array(await crypto.subtle.deriveBits(subtleAlg, cryptoKey, keyLengthBits));
}
function lengthAndInput(input) {
  return concat(uint32be(input.length), input);
}
async function concatKdf(Z, keyDataLength, OtherInfo) {
  let dkLen = keyDataLength >> 3, hashLen = 32, reps = Math.ceil(dkLen / hashLen), dk = new Uint8Array(reps * hashLen);
  for (let i = 1; i <= reps; i++) {
    let hashResult = await digest("sha256", concat(uint32be(i), Z, OtherInfo));
    dk.set(hashResult, (i - 1) * hashLen);
  }
  return dk.slice(0, dkLen);
}
async function ecdhesDeriveKey(publicKey, privateKey, algorithmId, keyDataLength, apu = new Uint8Array(), apv = new Uint8Array()) {
  checkEcdhCryptoKey(publicKey), checkEcdhCryptoKey(privateKey, "deriveBits");
  let otherInfo = concat(lengthAndInput(encode2(algorithmId)), lengthAndInput(apu), lengthAndInput(apv), uint32be(keyDataLength)), Z = new Uint8Array(await crypto.subtle.deriveBits({
    name: publicKey.algorithm.name,
    public: publicKey
  }, privateKey, publicKey.algorithm.name === "X25519" ? 256 : Math.ceil(parseInt(publicKey.algorithm.namedCurve.slice(-3), 10) / 8) << 3));
  return concatKdf(Z, keyDataLength, otherInfo);
}
function assertEcdhKey(key) {
  assertCryptoKey(key);
  let curve = key.algorithm.namedCurve;
  if (curve !== "P-256" && curve !== "P-384" && curve !== "P-521" && key.algorithm.name !== "X25519")
    throw new JOSENotSupported("ECDH with the provided key is not allowed or not supported by your javascript runtime");
}
function partyInfo(joseHeader, name) {
  let value = joseHeader[name];
  if (value !== void 0) {
    if (typeof value != "string")
      throw new JWEInvalid(`JOSE Header "${name}" (Agreement Party${name === "apu" ? "U" : "V"}Info) invalid`);
    return decodeBase64url(value, name, JWEInvalid);
  }
}
function checkPartyInfo(apu, apv) {
  if (!(apu === void 0 || apv === void 0 || apu.byteLength !== apv.byteLength)) {
    for (let i = 0; i < apu.byteLength; i++)
      if (apu[i] !== apv[i])
        return;
    throw new JWEInvalid('JOSE Header "apu" and "apv" values must be distinct');
  }
}
function assertEncryptedKey(encryptedKey) {
  if (encryptedKey === void 0)
    throw new JWEInvalid("JWE Encrypted Key missing");
}
function assertNoEncryptedKey(encryptedKey) {
  if (encryptedKey !== void 0)
    throw new JWEInvalid("Encountered unexpected JWE Encrypted Key");
}
function validateMaxPBES2Count(value) {
  if (value !== void 0 && value !== 1 / 0 && (!Number.isSafeInteger(value) || value < 1))
    throw new TypeError("maxPBES2Count must be a positive safe integer or Infinity");
}
async function decryptKeyManagement(entry, enc, key, encryptedKey, joseHeader, maxPBES2Count) {
  let { alg } = entry, mode = entry.mode;
  if (mode === "direct-encryption")
    return assertNoEncryptedKey(encryptedKey), key;
  let direct = mode === "direct-key-agreement";
  switch (direct ? assertNoEncryptedKey(encryptedKey) : assertEncryptedKey(encryptedKey), entry.subtle.name) {
    case "ECDH": {
      let { epk } = joseHeader;
      if (!isObject2(epk) || ["d", "k", "p", "q", "dp", "dq", "qi", "oth", "priv"].some((parameter) => Object.hasOwn(epk, parameter)))
        throw new JWEInvalid('JOSE Header "epk" (Ephemeral Public Key) missing or invalid');
      assertEcdhKey(key);
      let ephemeralPublicKey = await jwkToKey(entry, epk), partyUInfo = partyInfo(joseHeader, "apu"), partyVInfo = partyInfo(joseHeader, "apv");
      checkPartyInfo(partyUInfo, partyVInfo);
      let derivedKey = await ecdhesDeriveKey(ephemeralPublicKey, key, direct ? enc.alg : alg, direct ? enc.cekBits : parseInt(alg.slice(-5, -2), 10), partyUInfo, partyVInfo);
      if (direct)
        return derivedKey;
      key = derivedKey;
      break;
    }
    case "RSA-OAEP":
      return assertCryptoKey(key), checkRsaKey(alg, key, "decrypt"), new Uint8Array(await crypto.subtle.decrypt("RSA-OAEP", key, encryptedKey));
    case "PBKDF2": {
      if (typeof joseHeader.p2c != "number")
        throw new JWEInvalid('JOSE Header "p2c" (PBES2 Count) missing or invalid');
      let p2cLimit = maxPBES2Count ?? 1e4;
      if (joseHeader.p2c > p2cLimit)
        throw new JWEInvalid('JOSE Header "p2c" (PBES2 Count) out is of acceptable bounds');
      if (typeof joseHeader.p2s != "string")
        throw new JWEInvalid('JOSE Header "p2s" (PBES2 Salt) missing or invalid');
      let p2s = decodeBase64url(joseHeader.p2s, "p2s", JWEInvalid);
      key = await deriveKey(p2s, alg, joseHeader.p2c, key);
      break;
    }
    case "AES-GCM": {
      if (typeof joseHeader.iv != "string")
        throw new JWEInvalid('JOSE Header "iv" (Initialization Vector) missing or invalid');
      if (typeof joseHeader.tag != "string")
        throw new JWEInvalid('JOSE Header "tag" (Authentication Tag) missing or invalid');
      let iv = decodeBase64url(joseHeader.iv, "iv", JWEInvalid), tag2 = decodeBase64url(joseHeader.tag, "tag", JWEInvalid);
      if (iv.byteLength !== 12)
        throw new JWEInvalid("Invalid Initialization Vector length");
      if (tag2.byteLength !== 16)
        throw new JWEInvalid("Invalid Authentication Tag length");
      return decrypt(jweEncryption(alg.slice(0, -2)), key, encryptedKey, iv, tag2, new Uint8Array());
    }
  }
  return aeskwUnwrap(alg.slice(-6), key, encryptedKey);
}
async function encryptKeyManagement(entry, enc, inputKey, joseHeader, providedCek, providedParameters = {}) {
  let { alg, mode } = entry, transport = isJWECEKTransport(entry);
  if (providedCek !== void 0 && !transport)
    throw new TypeError(`setContentEncryptionKey cannot be called with JWE "alg" (Algorithm) Header ${alg}`);
  let key = await prepareKey(mode === "direct-encryption" ? enc : entry, inputKey, "encrypt");
  if (mode === "direct-encryption")
    return [key, void 0, void 0];
  let cek = transport ? providedCek ?? generateCek(enc) : void 0;
  cek && checkCekLength(cek, enc.cekBits);
  let encryptedKey, parameters;
  switch (entry.subtle.name) {
    case "ECDH": {
      assertEcdhKey(key);
      let { apu: providedApu, apv: providedApv } = providedParameters;
      providedApu !== void 0 && assertUint8Array(providedApu, '"apu"'), providedApv !== void 0 && assertUint8Array(providedApv, '"apv"');
      let apu = providedApu ?? partyInfo(joseHeader, "apu"), apv = providedApv ?? partyInfo(joseHeader, "apv");
      checkPartyInfo(apu, apv);
      let ephemeralPrivateKey;
      providedParameters.epk !== void 0 ? ephemeralPrivateKey = await prepareKey(entry, providedParameters.epk, "decrypt") : ephemeralPrivateKey = (await crypto.subtle.generateKey(key.algorithm, !0, ["deriveBits"])).privateKey;
      let subtle = crypto.subtle, exportableEpk = ephemeralPrivateKey;
      if (!exportableEpk.extractable) {
        if (typeof subtle.getPublicKey != "function")
          throw new TypeError('CryptoKey for "epk" must be extractable');
        exportableEpk = await subtle.getPublicKey(ephemeralPrivateKey, []);
      }
      let { x: x2, y, crv, kty } = await subtle.exportKey("jwk", exportableEpk), direct = mode === "direct-key-agreement", derivedKey = await ecdhesDeriveKey(key, ephemeralPrivateKey, direct ? enc.alg : alg, direct ? enc.cekBits : parseInt(alg.slice(-5, -2), 10), apu, apv), epk = { x: x2, crv, kty };
      if (kty === "EC" && (epk.y = y), parameters = { epk }, providedApu !== void 0 && (parameters.apu = encode3(providedApu)), providedApv !== void 0 && (parameters.apv = encode3(providedApv)), direct)
        return [derivedKey, void 0, parameters];
      key = derivedKey;
      break;
    }
    case "RSA-OAEP": {
      assertCryptoKey(key), checkRsaKey(alg, key, "encrypt"), encryptedKey = new Uint8Array(await crypto.subtle.encrypt("RSA-OAEP", key, cek));
      break;
    }
    case "PBKDF2": {
      let { p2c = 2048, p2s = crypto.getRandomValues(new Uint8Array(16)) } = providedParameters;
      key = await deriveKey(p2s, alg, p2c, key), parameters = { p2c, p2s: encode3(p2s) };
      break;
    }
    case "AES-GCM": {
      let iv = providedParameters.iv === void 0 ? crypto.getRandomValues(new Uint8Array(12)) : providedParameters.iv;
      if (!(iv instanceof Uint8Array))
        throw new TypeError('"iv" must be an instance of Uint8Array');
      let wrapped = await encrypt(jweEncryption(alg.slice(0, -2)), cek, key, iv, new Uint8Array());
      encryptedKey = wrapped.ciphertext, parameters = { iv: encode3(wrapped.iv), tag: encode3(wrapped.tag) };
    }
  }
  if (encryptedKey ??= await aeskwWrap(alg.slice(-6), key, cek), !(encryptedKey instanceof Uint8Array) || !encryptedKey.byteLength)
    throw new TypeError("JWE key management algorithm did not produce an Encrypted Key");
  return [cek, encryptedKey, parameters];
}

// node_modules/jose/dist/webapi/lib/deflate.js
function validateZip(joseHeader, protectedHeader) {
  if (joseHeader.zip !== void 0 && joseHeader.zip !== "DEF")
    throw new JOSENotSupported('Unsupported JWE "zip" (Compression Algorithm) Header Parameter value.');
  if (joseHeader.zip !== void 0 && !protectedHeader?.zip)
    throw new JWEInvalid('JWE "zip" (Compression Algorithm) Header Parameter MUST be in a protected header.');
}
function supported2(name) {
  if (typeof globalThis[name] > "u")
    throw new JOSENotSupported(`JWE "zip" (Compression Algorithm) Header Parameter requires the ${name} API.`);
}
async function transform2(stream, input, maxLength = 1 / 0) {
  let writer = stream.writable.getWriter();
  writer.write(input).catch(() => {
  }), writer.close().catch(() => {
  });
  let chunks = [], length2 = 0, reader = stream.readable.getReader();
  for (; ; ) {
    let { value, done } = await reader.read();
    if (done)
      break;
    if (chunks.push(value), length2 += value.byteLength, maxLength !== 1 / 0 && length2 > maxLength)
      throw await reader.cancel().catch(() => {
      }), new JWEInvalid("Decompressed plaintext exceeded the configured limit");
  }
  return concat(...chunks);
}
async function compress(input) {
  return supported2("CompressionStream"), transform2(new CompressionStream("deflate-raw"), input);
}
async function decompress(input, maxLength) {
  return supported2("DecompressionStream"), transform2(new DecompressionStream("deflate-raw"), input, maxLength);
}

// node_modules/jose/dist/webapi/lib/jwe_decrypt.js
function shareJWE(jwe) {
  let { protected: encodedProtected, ciphertext, iv, tag: tag2, aad } = jwe, protectedHeader;
  return encodedProtected !== void 0 && (protectedHeader = parseJoseHeader(encodedProtected, JWEInvalid, "JWE Protected Header is invalid")), [
    protectedHeader,
    decodeBase64url(ciphertext, "ciphertext", JWEInvalid),
    iv !== void 0 ? decodeBase64url(iv, "iv", JWEInvalid) : void 0,
    tag2 !== void 0 ? decodeBase64url(tag2, "tag", JWEInvalid) : void 0,
    encodeAsciiMember((encodedProtected ?? "") + (aad !== void 0 ? `.${aad}` : ""), "aad", JWEInvalid)
  ];
}
function prepareDecrypt(options) {
  let keyManagementAlgorithms = options && validateAlgorithms("keyManagementAlgorithms", options.keyManagementAlgorithms), contentEncryptionAlgorithms = options && validateAlgorithms("contentEncryptionAlgorithms", options.contentEncryptionAlgorithms), { crit, maxPBES2Count, maxDecompressedLength } = options ?? {};
  validateMaxPBES2Count(maxPBES2Count);
  let decompressionLimit = maxDecompressedLength ?? 25e4;
  if (decompressionLimit !== 0 && decompressionLimit !== 1 / 0 && (!Number.isSafeInteger(decompressionLimit) || decompressionLimit < 1))
    throw new TypeError("maxDecompressedLength must be 0, a positive safe integer, or Infinity");
  return [
    keyManagementAlgorithms,
    contentEncryptionAlgorithms,
    crit,
    maxPBES2Count,
    maxDecompressedLength
  ];
}
async function decryptJWE(jwe, shared, key, token = shareJWE(jwe)) {
  let [protectedHeader, ciphertext, iv, tag2, additionalAuthenticatedData] = token, { header, unprotected, aad } = jwe, joseHeader;
  if (header !== void 0 || unprotected !== void 0) {
    if (!isDisjoint(protectedHeader, header, unprotected))
      throw new JWEInvalid("JWE Protected, JWE Unprotected Header, and JWE Per-Recipient Unprotected Header Parameter names must be disjoint");
    joseHeader = { ...protectedHeader, ...header, ...unprotected };
  } else
    joseHeader = protectedHeader ?? {};
  let [keyManagementAlgorithms, contentEncryptionAlgorithms, crit, maxPBES2Count, maxDecompressedLength] = shared, { encrypted_key: encodedKey } = jwe;
  validateCrit(JWEInvalid, JWE_RECOGNIZED, crit, protectedHeader, joseHeader), validateZip(joseHeader, protectedHeader);
  let { alg, enc } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new JWEInvalid("missing JWE Algorithm (alg) in JWE Header");
  let selected = JWE[alg];
  if (encodedKey === "" && (!selected || !isJWECEKTransport(selected)))
    throw new JWEInvalid("JWE Encrypted Key incorrect type");
  let integrated = selected?.mode === "integrated-encryption";
  if (!integrated && (typeof enc != "string" || !enc))
    throw new JWEInvalid("missing JWE Encryption Algorithm (enc) in JWE Header");
  if (keyManagementAlgorithms && !keyManagementAlgorithms.has(alg) || !keyManagementAlgorithms && alg.startsWith("PBES2"))
    throw new JOSEAlgNotAllowed('"alg" (Algorithm) Header Parameter value not allowed');
  let encEntry;
  if (integrated) {
    if (enc !== void 0)
      throw new JWEInvalid('JWE "enc" (Encryption Algorithm) Header Parameter must not be present for integrated encryption');
    if (iv?.byteLength)
      throw new JWEInvalid("JWE Initialization Vector must be empty for integrated encryption");
    if (tag2?.byteLength)
      throw new JWEInvalid("JWE Authentication Tag must be empty for integrated encryption");
  } else {
    if (contentEncryptionAlgorithms && !contentEncryptionAlgorithms.has(enc))
      throw new JOSEAlgNotAllowed('"enc" (Encryption Algorithm) Header Parameter value not allowed');
    encEntry = jweEncryption(enc);
  }
  let encryptedKey;
  if (encodedKey !== void 0)
    try {
      encryptedKey = decodeBase64url(encodedKey, "encrypted_key", JWEInvalid);
    } catch (error) {
      if (!selected || !isJWECEKTransport(selected))
        throw error;
      encryptedKey = new Uint8Array();
    }
  let resolvedKey = !1;
  typeof key == "function" && (key = await key(protectedHeader, jwe), resolvedKey = !0);
  let algEntry = selected ?? jweAlgorithm(alg);
  isJWECEKTransport(algEntry) && encryptedKey === void 0 && (encryptedKey = new Uint8Array());
  let k2 = await prepareKey(algEntry.mode === "direct-encryption" ? encEntry : algEntry, key, "decrypt"), plaintext;
  if (algEntry.mode === "integrated-encryption")
    plaintext = await algEntry.decrypt(k2, encryptedKey, ciphertext, additionalAuthenticatedData, protectedHeader, joseHeader);
  else {
    let encryption = encEntry, cek;
    try {
      cek = await decryptKeyManagement(algEntry, encryption, k2, encryptedKey, joseHeader, maxPBES2Count), isJWECEKTransport(algEntry) && cek instanceof Uint8Array && cek.byteLength << 3 !== encryption.cekBits && (cek = generateCek(encryption));
    } catch (err) {
      if (err instanceof TypeError || err instanceof JWEInvalid || err instanceof JOSENotSupported)
        throw err;
      cek = generateCek(encryption);
    }
    plaintext = await decrypt(encryption, cek, ciphertext, iv, tag2, additionalAuthenticatedData);
  }
  if (joseHeader.zip === "DEF") {
    let decompressionLimit = maxDecompressedLength ?? 25e4;
    if (decompressionLimit === 0)
      throw new JOSENotSupported('JWE "zip" (Compression Algorithm) Header Parameter is not supported.');
    plaintext = await decompress(plaintext, decompressionLimit).catch((cause) => {
      throw cause instanceof JWEInvalid || cause instanceof JOSENotSupported ? cause : new JWEInvalid("Failed to decompress plaintext", { cause });
    });
  }
  return {
    plaintext,
    ...protectedHeader && { protectedHeader },
    ...aad !== void 0 && {
      additionalAuthenticatedData: decodeBase64url(aad, "aad", JWEInvalid)
    },
    ...unprotected && { sharedUnprotectedHeader: unprotected },
    ...header && { unprotectedHeader: header },
    ...resolvedKey && { key: k2 }
  };
}
async function decryptCompact(jwe, shared, key) {
  if (jwe instanceof Uint8Array && (jwe = decoder2.decode(jwe)), typeof jwe != "string")
    throw new JWEInvalid("Compact JWE must be a string or Uint8Array");
  let { 0: protectedHeader, 1: encryptedKey, 2: iv, 3: ciphertext, 4: tag2, length: length2 } = jwe.split(".");
  if (length2 !== 5)
    throw new JWEInvalid("Invalid Compact JWE");
  return decryptJWE({
    ciphertext,
    iv: iv || void 0,
    protected: protectedHeader,
    tag: tag2 || void 0,
    encrypted_key: encryptedKey || void 0
  }, shared, key);
}

// node_modules/openid-client/build/index.js
var headers, USER_AGENT2;
(typeof navigator > "u" || !navigator.userAgent?.startsWith?.("Mozilla/5.0 ")) && (USER_AGENT2 = "openid-client/v6.9.0", headers = { "user-agent": USER_AGENT2 });
var int2 = (config2) => props.get(config2), props;
function ClientSecretPost2(clientSecret) {
  if (clientSecret !== void 0)
    return ClientSecretPost(clientSecret);
  let cache2 = /* @__PURE__ */ new WeakMap();
  return (as, client, body, headers2) => {
    let auth;
    return (auth = cache2.get(client)) || (assertString2(client.client_secret, '"metadata.client_secret"'), auth = ClientSecretPost(client.client_secret), cache2.set(client, auth)), auth(as, client, body, headers2);
  };
}
function assertString2(input, it) {
  if (typeof input != "string")
    throw CodedTypeError2(`${it} must be a string`, ERR_INVALID_ARG_TYPE2);
  if (input.length === 0)
    throw CodedTypeError2(`${it} must not be empty`, ERR_INVALID_ARG_VALUE2);
}
function None2() {
  return None();
}
var customFetch2 = customFetch;
var ERR_INVALID_ARG_VALUE2 = "ERR_INVALID_ARG_VALUE", ERR_INVALID_ARG_TYPE2 = "ERR_INVALID_ARG_TYPE";
function CodedTypeError2(message3, code, cause) {
  let err = new TypeError(message3, { cause });
  return Object.assign(err, { code }), err;
}
function calculatePKCECodeChallenge2(codeVerifier) {
  return calculatePKCECodeChallenge(codeVerifier);
}
function randomPKCECodeVerifier() {
  return generateRandomCodeVerifier();
}
function randomNonce() {
  return generateRandomNonce();
}
function randomState() {
  return generateRandomState();
}
var ClientError = class extends Error {
  code;
  constructor(message3, options) {
    super(message3, options), this.name = this.constructor.name, this.code = options?.code, Error.captureStackTrace?.(this, this.constructor);
  }
}, decoder3 = new TextDecoder();
function e(msg, cause, code) {
  return new ClientError(msg, { cause, code });
}
function errorHandler(err) {
  if (err instanceof TypeError || err instanceof ClientError || err instanceof ResponseBodyError || err instanceof AuthorizationResponseError || err instanceof WWWAuthenticateChallengeError)
    throw err;
  if (err instanceof OperationProcessingError)
    switch (err.code) {
      case HTTP_REQUEST_FORBIDDEN:
        throw e("only requests to HTTPS are allowed", err, err.code);
      case REQUEST_PROTOCOL_FORBIDDEN:
        throw e("only requests to HTTP or HTTPS are allowed", err, err.code);
      case RESPONSE_IS_NOT_CONFORM:
        throw e("unexpected HTTP response status code", err.cause, err.code);
      case RESPONSE_IS_NOT_JSON:
        throw e("unexpected response content-type", err.cause, err.code);
      case PARSE_ERROR:
        throw e("parsing error occured", err, err.code);
      case INVALID_RESPONSE:
        throw e("invalid response encountered", err, err.code);
      case JWT_CLAIM_COMPARISON:
        throw e("unexpected JWT claim value encountered", err, err.code);
      case JSON_ATTRIBUTE_COMPARISON:
        throw e("unexpected JSON attribute value encountered", err, err.code);
      case JWT_TIMESTAMP_CHECK:
        throw e("JWT timestamp claim value failed validation", err, err.code);
      default:
        throw e(err.message, err, err.code);
    }
  if (err instanceof UnsupportedOperationError)
    throw e("unsupported operation", err, err.code);
  if (err instanceof DOMException)
    switch (err.name) {
      case "OperationError":
        throw e("runtime operation error", err, UNSUPPORTED_OPERATION);
      case "NotSupportedError":
        throw e("runtime unsupported operation", err, UNSUPPORTED_OPERATION);
      case "TimeoutError":
        throw e("operation timed out", err, "OAUTH_TIMEOUT");
      case "AbortError":
        throw e("operation aborted", err, "OAUTH_ABORT");
    }
  throw new ClientError("something went wrong", { cause: err });
}
function handleEntraId(server, as, options) {
  return server.origin === "https://login.microsoftonline.com" && (!options?.algorithm || options.algorithm === "oidc") ? (as[kEntraId] = !0, !0) : !1;
}
function handleB2Clogin(server, options) {
  return !!(server.hostname.endsWith(".b2clogin.com") && (!options?.algorithm || options.algorithm === "oidc"));
}
async function discovery(server, clientId, metadata, clientAuthentication, options) {
  let as = await performDiscovery2(server, options), instance = new Configuration(as, clientId, metadata, clientAuthentication), internals = int2(instance);
  if (options?.[customFetch2] && (internals.fetch = options[customFetch2]), options?.timeout !== void 0 && (internals.timeout = options.timeout), options?.execute)
    for (let extension of options.execute)
      extension(instance);
  return instance;
}
async function performDiscovery2(server, options) {
  if (!(server instanceof URL))
    throw CodedTypeError2('"server" must be an instance of URL', ERR_INVALID_ARG_TYPE2);
  let resolve = !server.href.includes("/.well-known/"), timeout = options?.timeout ?? 30, signal3 = AbortSignal.timeout(timeout * 1e3), as = await (resolve ? discoveryRequest(server, {
    algorithm: options?.algorithm,
    [customFetch]: options?.[customFetch2],
    [allowInsecureRequests]: options?.execute?.includes(allowInsecureRequests2),
    signal: signal3,
    headers: new Headers(headers)
  }) : (options?.[customFetch2] || fetch)((checkProtocol(server, !options?.execute?.includes(allowInsecureRequests2)), server.href), {
    headers: Object.fromEntries(new Headers({ accept: "application/json", ...headers }).entries()),
    body: void 0,
    method: "GET",
    redirect: "manual",
    signal: signal3
  })).then((response) => processDiscoveryResponse(_nodiscoverycheck, response)).catch(errorHandler);
  return resolve && new URL(as.issuer).href !== server.href && (handleEntraId(server, as, options) || handleB2Clogin(server, options) || (() => {
    throw new ClientError("discovered metadata issuer does not match the expected issuer", {
      code: JSON_ATTRIBUTE_COMPARISON,
      cause: {
        expected: server.href,
        body: as,
        attribute: "issuer"
      }
    });
  })()), as;
}
var decryptedResponses;
function setDecryptedResponse(result, signed) {
  return signed !== void 0 && (decryptedResponses ||= /* @__PURE__ */ new WeakMap(), decryptedResponses.set(result, signed)), result;
}
function captureDecryptedResponse(decrypt2) {
  let signed;
  return {
    decrypt: decrypt2 && (async (jwe) => signed = await decrypt2(jwe)),
    get: () => signed
  };
}
function getServerHelpers(metadata) {
  return {
    supportsPKCE: {
      __proto__: null,
      value(method = "S256") {
        return metadata.code_challenge_methods_supported?.includes(method) === !0;
      }
    }
  };
}
function addServerHelpers(metadata) {
  Object.defineProperties(metadata, getServerHelpers(metadata));
}
var kEntraId = /* @__PURE__ */ Symbol(), Configuration = class {
  constructor(server, clientId, metadata, clientAuthentication) {
    if (typeof clientId != "string" || !clientId.length)
      throw CodedTypeError2('"clientId" must be a non-empty string', ERR_INVALID_ARG_TYPE2);
    if (typeof metadata == "string" && (metadata = { client_secret: metadata }), metadata?.client_id !== void 0 && clientId !== metadata.client_id)
      throw CodedTypeError2('"clientId" and "metadata.client_id" must be the same', ERR_INVALID_ARG_VALUE2);
    let client = {
      ...structuredClone(metadata),
      client_id: clientId
    };
    client[clockSkew] = metadata?.[clockSkew] ?? 0, client[clockTolerance] = metadata?.[clockTolerance] ?? 30;
    let auth;
    clientAuthentication ? auth = clientAuthentication : typeof client.client_secret == "string" && client.client_secret.length ? auth = ClientSecretPost2(client.client_secret) : auth = None2();
    let c = Object.freeze(client), clone2 = structuredClone(server);
    kEntraId in server && (clone2[_expectedIssuer] = ({ claims: { tid } }) => server.issuer.replace("{tenantid}", tid));
    let as = Object.freeze(clone2);
    props ||= /* @__PURE__ */ new WeakMap(), props.set(this, {
      __proto__: null,
      as,
      c,
      auth,
      tlsOnly: !0,
      timeout: 30,
      jwksCache: {}
    });
  }
  serverMetadata() {
    let metadata = structuredClone(int2(this).as);
    return addServerHelpers(metadata), metadata;
  }
  clientMetadata() {
    return structuredClone(int2(this).c);
  }
  get timeout() {
    return int2(this).timeout;
  }
  set timeout(value) {
    int2(this).timeout = value;
  }
  get [customFetch2]() {
    return int2(this).fetch;
  }
  set [customFetch2](value) {
    int2(this).fetch = value;
  }
};
Object.freeze(Configuration.prototype);
function getHelpers(response) {
  let exp;
  return response.expires_in !== void 0 && (exp = Date.now() + response.expires_in * 1e3), {
    expiresIn: {
      __proto__: null,
      value() {
        if (exp) {
          let now2 = Date.now();
          return exp > now2 ? Math.floor((exp - now2) / 1e3) : 0;
        }
      }
    },
    claims: {
      __proto__: null,
      value() {
        return getValidatedIdTokenClaims(response);
      }
    }
  };
}
function addHelpers(response) {
  Object.defineProperties(response, getHelpers(response));
}
function allowInsecureRequests2(config2) {
  int2(config2).tlsOnly = !1;
}
function enableNonRepudiationChecks(config2) {
  checkConfig(config2), int2(config2).nonRepudiation = (response) => {
    let { as, fetch: fetch2, tlsOnly, timeout, jwksCache: jwksCache2 } = int2(config2);
    return validateApplicationLevelSignature(as, response, {
      [customFetch]: fetch2,
      [allowInsecureRequests]: !tlsOnly,
      headers: new Headers(headers),
      signal: signal2(timeout),
      [jwksCache]: jwksCache2
    }).catch(errorHandler);
  };
}
function stripParams(url) {
  return url = new URL(url), url.search = "", url.hash = "", url.href;
}
function webInstanceOf(input, toStringTag) {
  try {
    return Object.getPrototypeOf(input)[Symbol.toStringTag] === toStringTag;
  } catch {
    return !1;
  }
}
async function authorizationCodeGrant(config2, currentUrl, checks, tokenEndpointParameters, options) {
  if (checkConfig(config2), options?.flag !== retry && !(currentUrl instanceof URL) && !webInstanceOf(currentUrl, "Request"))
    throw CodedTypeError2('"currentUrl" must be an instance of URL, or Request', ERR_INVALID_ARG_TYPE2);
  let authResponse, redirectUri, { as, c, auth, fetch: fetch2, tlsOnly, jarm, hybrid, nonRepudiation, timeout, decrypt: decrypt2, implicit } = int2(config2);
  if (options?.flag === retry)
    authResponse = options.authResponse, redirectUri = options.redirectUri;
  else {
    if (!(currentUrl instanceof URL)) {
      let request = currentUrl;
      switch (currentUrl = new URL(currentUrl.url), request.method) {
        case "GET":
          break;
        case "POST":
          let params = new URLSearchParams(await formPostResponse(request));
          if (hybrid)
            currentUrl.hash = params.toString();
          else
            for (let [k2, v] of params.entries())
              currentUrl.searchParams.append(k2, v);
          break;
        default:
          throw CodedTypeError2("unexpected Request HTTP method", ERR_INVALID_ARG_VALUE2);
      }
    }
    switch (redirectUri = stripParams(currentUrl), !0) {
      case !!jarm:
        authResponse = await jarm(currentUrl, checks?.expectedState);
        break;
      case !!hybrid:
        authResponse = await hybrid(currentUrl, checks?.expectedNonce, checks?.expectedState, checks?.maxAge);
        break;
      case !!implicit:
        throw new TypeError("authorizationCodeGrant() cannot be used by response_type=id_token clients");
      default:
        try {
          authResponse = validateAuthResponse(as, c, currentUrl.searchParams, checks?.expectedState);
        } catch (err) {
          errorHandler(err);
        }
    }
  }
  let response = await authorizationCodeGrantRequest(as, c, auth, authResponse, redirectUri, checks?.pkceCodeVerifier || nopkce, {
    additionalParameters: tokenEndpointParameters,
    [customFetch]: fetch2,
    [allowInsecureRequests]: !tlsOnly,
    DPoP: options?.DPoP,
    headers: new Headers(headers),
    signal: signal2(timeout)
  }).catch(errorHandler);
  (typeof checks?.expectedNonce == "string" || typeof checks?.maxAge == "number") && (checks.idTokenExpected = !0);
  let signed = captureDecryptedResponse(decrypt2), p = processAuthorizationCodeResponse(as, c, response, {
    expectedNonce: checks?.expectedNonce,
    maxAge: checks?.maxAge,
    requireIdToken: checks?.idTokenExpected,
    [jweDecrypt]: signed.decrypt
  }), result;
  try {
    result = await p;
  } catch (err) {
    if (retryable(err, options))
      return authorizationCodeGrant(config2, void 0, checks, tokenEndpointParameters, {
        ...options,
        flag: retry,
        authResponse,
        redirectUri
      });
    errorHandler(err);
  }
  result.id_token && await nonRepudiation?.(response), addHelpers(result);
  let authorization = decryptedResponses?.get(authResponse), tokenEndpoint = signed.get(), jwts;
  if (tokenEndpoint || authorization) {
    let authorizationEndpoint = authorization?.id_token?.authorization_endpoint;
    jwts = Object.freeze({
      ...authorization?.authorization_response && {
        authorization_response: authorization.authorization_response
      },
      ...(tokenEndpoint || authorizationEndpoint) && {
        id_token: Object.freeze({
          ...tokenEndpoint && { token_endpoint: tokenEndpoint },
          ...authorizationEndpoint && {
            authorization_endpoint: authorizationEndpoint
          }
        })
      }
    });
  }
  return setDecryptedResponse(result, jwts);
}
async function refreshTokenGrant(config2, refreshToken, parameters, options) {
  checkConfig(config2), parameters = new URLSearchParams(parameters);
  let { as, c, auth, fetch: fetch2, tlsOnly, nonRepudiation, timeout, decrypt: decrypt2 } = int2(config2), response = await refreshTokenGrantRequest(as, c, auth, refreshToken, {
    [customFetch]: fetch2,
    [allowInsecureRequests]: !tlsOnly,
    additionalParameters: parameters,
    DPoP: options?.DPoP,
    headers: new Headers(headers),
    signal: signal2(timeout)
  }).catch(errorHandler), signed = captureDecryptedResponse(decrypt2), p = processRefreshTokenResponse(as, c, response, {
    [jweDecrypt]: signed.decrypt
  }), result;
  try {
    result = await p;
  } catch (err) {
    if (retryable(err, options))
      return refreshTokenGrant(config2, refreshToken, parameters, {
        ...options,
        flag: retry
      });
    errorHandler(err);
  }
  return result.id_token && await nonRepudiation?.(response), addHelpers(result), setDecryptedResponse(result, signed.get());
}
function buildAuthorizationUrl(config2, parameters) {
  checkConfig(config2);
  let { as, c, tlsOnly, hybrid, jarm, implicit } = int2(config2), authorizationEndpoint = resolveEndpoint(as, "authorization_endpoint", !1, tlsOnly);
  if (parameters = new URLSearchParams(parameters), parameters.has("client_id") || parameters.set("client_id", c.client_id), !parameters.has("request_uri") && !parameters.has("request")) {
    if (parameters.has("response_type") || parameters.set("response_type", hybrid ? "code id_token" : implicit ? "id_token" : "code"), implicit && !parameters.has("nonce"))
      throw CodedTypeError2("response_type=id_token clients must provide a nonce parameter in their authorization request parameters", ERR_INVALID_ARG_VALUE2);
    jarm && parameters.set("response_mode", "jwt");
  }
  for (let [k2, v] of parameters.entries())
    authorizationEndpoint.searchParams.append(k2, v);
  return authorizationEndpoint;
}
function checkConfig(input) {
  if (!(input instanceof Configuration))
    throw CodedTypeError2('"config" must be an instance of Configuration', ERR_INVALID_ARG_TYPE2);
  if (Object.getPrototypeOf(input) !== Configuration.prototype)
    throw CodedTypeError2("subclassing Configuration is not allowed", ERR_INVALID_ARG_VALUE2);
}
function signal2(timeout) {
  return timeout ? AbortSignal.timeout(timeout * 1e3) : void 0;
}
function retryable(err, options) {
  return options?.DPoP && options.flag !== retry ? isDPoPNonceError(err) : !1;
}
var retry = /* @__PURE__ */ Symbol();

// src/agent/desk/provider-faults.ts
var Denied = class extends Error {
  name = "Denied";
}, ABOUT_CLIENT = /^(invalid_client|unauthorized_client|invalid_scope|unsupported_\w+|invalid_request)$/;
function providerFault(error) {
  if (error instanceof Fault) return error;
  let said = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? error.error : "";
  if (ABOUT_CLIENT.test(said) || error instanceof WWWAuthenticateChallengeError)
    return clientRefused(said);
  if (said !== "" && !/^(server_error|temporarily_unavailable)$/.test(said)) return new Denied();
  let code = errorCode(error);
  if (said === "" && /^OAUTH_(?!TIMEOUT|RESPONSE_IS_NOT_CONFORM)/.test(code)) return unusable3(error);
  let remedy = "the sign-in provider is down, slow or out of reach; check that the desk may reach it";
  return new Fault("network", "provider_unavailable", remedy, { cause: error });
}
function clientRefused(said) {
  let remedy = "the provider refuses the desk; check client id, client secret and the registered redirect address";
  return new Fault("settings", "client_refused", remedy, { cause: { name: "OAuth", code: said } });
}
function unusable3(cause) {
  let remedy = "the provider answered otherwise than OpenID Connect says, or as another issuer; check DESK_ISSUER";
  return new Fault("contract", "provider_unusable", remedy, { cause });
}

// src/agent/desk/provider.ts
var LIMIT_MS2 = 1e4, LONGEST_NAME = 100;
function providerOf(settings) {
  let known2 = "issuer" in settings ? discovered(settings) : sentinel(settings), scope = "issuer" in settings ? settings.scope : void 0, attempt = async (work) => {
    try {
      return await work(await known2.current(new Deadline(LIMIT_MS2)));
    } catch (error) {
      throw providerFault(error);
    }
  };
  return {
    begin: (state) => attempt(async (config2) => {
      let begun = {
        state,
        verifier: randomPKCECodeVerifier(),
        // Sentinel documents none, and what it does with one is not known.
        nonce: scope ? randomNonce() : ""
      };
      return { url: buildAuthorizationUrl(config2, {
        redirect_uri: settings.redirectUri,
        state,
        code_challenge: await calculatePKCECodeChallenge2(begun.verifier),
        code_challenge_method: "S256",
        ...scope && { scope, nonce: begun.nonce }
      }), begun };
    }),
    end: (callback, { state, verifier: verifier2, nonce }) => attempt(async (config2) => {
      let answer = await authorizationCodeGrant(config2, callback, {
        expectedState: state,
        pkceCodeVerifier: verifier2,
        idTokenExpected: !0,
        ...nonce && { expectedNonce: nonce }
      }), claims = answer.claims(), names2 = [claims.name, claims.preferred_username, ""], name = cut(String(names2.find((each) => typeof each == "string")), LONGEST_NAME);
      return { id: claims.sub, name, claims, tokens: tokensOf(answer) };
    }),
    renew: (refresh) => attempt(async (config2) => {
      let answer = await refreshTokenGrant(config2, refresh);
      return { tokens: { refresh, ...tokensOf(answer) }, claims: answer.claims() };
    })
  };
}
function tokensOf(answer) {
  let left = answer.expiresIn();
  return {
    access: answer.access_token,
    ...answer.refresh_token && { refresh: answer.refresh_token },
    ...left !== void 0 && { accessUntil: Math.floor(Date.now() / 1e3) + left }
  };
}
function sentinel({
  clientId,
  clientSecret,
  account,
  domainApi: domainApi2
}) {
  let domain = domainOf("sentinel", account, domainApi2);
  return keptFrom(async (deadline) => {
    let origin = await domain.current(deadline), base = `${origin}/sentinel/api/account/${encodeURIComponent(account)}`, server = {
      issuer: "Sentinel",
      authorization_endpoint: `${base}/authorize?v=1.0`,
      token_endpoint: `${base}/token?v=2.0`,
      jwks_uri: `${origin}/sentinel/well-known/jwks`
    }, config2 = new Configuration(server, clientId, {}, ClientSecretPost2(clientSecret));
    return prepared(config2, new URL(origin));
  });
}
function discovered({
  clientId,
  clientSecret,
  issuer
}) {
  return keptFrom(async () => {
    let execute = isLoopback(issuer.hostname) ? [allowInsecureRequests2] : [], timeout = LIMIT_MS2 / 1e3, found = discovery(issuer, clientId, {}, ClientSecretPost2(clientSecret), { execute, timeout }).catch((error) => {
      throw providerFault(error);
    }), config2 = prepared(await found, issuer);
    return enableNonRepudiationChecks(config2), config2;
  });
}
function prepared(config2, { hostname }) {
  return config2.timeout = LIMIT_MS2 / 1e3, isLoopback(hostname) && allowInsecureRequests2(config2), config2;
}

// src/agent/desk/provider-for.ts
function providerFor(settings) {
  let { DESK_SIGN_IN, DESK_CLIENT_ID, DESK_CLIENT_SECRET, DESK_PUBLIC_URL, DESK_ISSUER } = settings, client = {
    clientId: DESK_CLIENT_ID,
    clientSecret: DESK_CLIENT_SECRET,
    redirectUri: `${DESK_PUBLIC_URL.origin}/callback`
  };
  if (DESK_SIGN_IN === "liveperson") {
    let { LIVEPERSON_ACCOUNT: account, LIVEPERSON_DOMAIN_API: domainApi2 } = settings;
    return providerOf({ ...client, account, domainApi: domainApi2 });
  }
  return DESK_ISSUER && DESK_SIGN_IN === "oidc" ? providerOf({ ...client, issuer: DESK_ISSUER, scope: settings.DESK_SCOPES }) : void 0;
}

// node_modules/jose/dist/webapi/lib/jwe_encrypt.js
function checkDisjoint(protectedHeader, unprotectedHeader, sharedUnprotectedHeader) {
  if (!isDisjoint(protectedHeader, unprotectedHeader, sharedUnprotectedHeader))
    throw new JWEInvalid("JWE Protected, JWE Shared Unprotected and JWE Per-Recipient Header Parameter names must be disjoint");
}
function checkEncryptHeaders(input, options, sharedHeadersNormalized = !1) {
  if (!input[1] && !input[2] && !input[3])
    throw new JWEInvalid("either setProtectedHeader, setUnprotectedHeader, or sharedUnprotectedHeader must be called before #encrypt()");
  options !== void 0 && (input[8] = options?.crit);
  let [, protectedHeader, unprotectedHeader, sharedUnprotectedHeader, aad, cek, iv, keyManagementParameters, crit] = input;
  if (aad !== void 0 && assertUint8Array(aad, "JWE Additional Authenticated Data"), cek !== void 0 && assertUint8Array(cek, "JWE Content Encryption Key"), iv !== void 0 && assertUint8Array(iv, "JWE Initialization Vector"), !sharedHeadersNormalized && protectedHeader !== void 0 && (protectedHeader = serializeJoseHeader(JWEInvalid, protectedHeader)[0], input[1] = protectedHeader), unprotectedHeader !== void 0 && (unprotectedHeader = serializeJoseHeader(JWEInvalid, unprotectedHeader)[0], input[2] = unprotectedHeader), !sharedHeadersNormalized && sharedUnprotectedHeader !== void 0 && (sharedUnprotectedHeader = serializeJoseHeader(JWEInvalid, sharedUnprotectedHeader)[0], input[3] = sharedUnprotectedHeader), keyManagementParameters !== void 0 && !isObject2(keyManagementParameters))
    throw new TypeError("JWE Key Management Parameters must be an object");
  checkDisjoint(protectedHeader, unprotectedHeader, sharedUnprotectedHeader);
  let joseHeader = {
    ...protectedHeader,
    ...unprotectedHeader,
    ...sharedUnprotectedHeader
  };
  validateCritDuplicates(JWEInvalid, protectedHeader), validateCrit(JWEInvalid, JWE_RECOGNIZED, crit, protectedHeader, joseHeader), validateZip(joseHeader, protectedHeader);
  let { alg, enc } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new JWEInvalid('JWE "alg" (Algorithm) Header Parameter missing or invalid');
  let algEntry = JWE[alg];
  if (algEntry?.mode === "integrated-encryption") {
    if (enc !== void 0)
      throw new JWEInvalid('JWE "enc" (Encryption Algorithm) Header Parameter must not be present for integrated encryption');
    if (cek !== void 0)
      throw new TypeError(`setContentEncryptionKey cannot be called with JWE "alg" (Algorithm) Header ${alg}`);
    if (iv !== void 0)
      throw new TypeError(`setInitializationVector cannot be called with JWE "alg" (Algorithm) Header ${alg}`);
    return [joseHeader, void 0, algEntry];
  }
  if (typeof enc != "string" || !enc)
    throw new JWEInvalid('JWE "enc" (Encryption Algorithm) Header Parameter missing or invalid');
  return [joseHeader, jweEncryption(enc), algEntry];
}
async function encryptJWE(input, checked2, key) {
  let [joseHeader, encEntry, selected] = checked2, [inputPlaintext, inputProtectedHeader, inputUnprotectedHeader, sharedUnprotectedHeader, aad, providedCek, inputIv, keyManagementParameters, , unprotectedParameters] = input, protectedHeader = inputProtectedHeader, unprotectedHeader = inputUnprotectedHeader, algEntry = selected ?? jweAlgorithm(joseHeader.alg), encryptedKey, parameters, cek;
  algEntry.mode === "integrated-encryption" ? cek = await prepareKey(algEntry, key, "encrypt") : [cek, encryptedKey, parameters] = await encryptKeyManagement(algEntry, encEntry, key, joseHeader, providedCek, keyManagementParameters), parameters && (unprotectedParameters ? unprotectedHeader = unprotectedHeader ? { ...unprotectedHeader, ...parameters } : parameters : protectedHeader = protectedHeader ? { ...protectedHeader, ...parameters } : parameters, checkDisjoint(protectedHeader, unprotectedHeader, sharedUnprotectedHeader));
  let encodedProtectedHeader = protectedHeader ? encode3(JSON.stringify(protectedHeader)) : "", encodedAad = aad?.byteLength ? encode3(aad) : void 0, additionalAuthenticatedData = encode2(encodedAad ? `${encodedProtectedHeader}.${encodedAad}` : encodedProtectedHeader), plaintext = inputPlaintext;
  joseHeader.zip === "DEF" && (plaintext = await compress(plaintext).catch((cause) => {
    throw cause instanceof JOSENotSupported ? cause : new JWEInvalid("Failed to compress plaintext", { cause });
  }));
  let ciphertext, tag2, iv;
  algEntry.mode === "integrated-encryption" ? [encryptedKey, ciphertext] = await algEntry.encrypt(cek, plaintext, additionalAuthenticatedData, protectedHeader, joseHeader, keyManagementParameters) : { ciphertext, tag: tag2, iv } = await encrypt(encEntry, plaintext, cek, inputIv, additionalAuthenticatedData);
  let jwe = {
    ciphertext: encode3(ciphertext)
  };
  return iv && (jwe.iv = encode3(iv)), tag2 && (jwe.tag = encode3(tag2)), encryptedKey?.byteLength && (jwe.encrypted_key = encode3(encryptedKey)), encodedAad && (jwe.aad = encodedAad), protectedHeader && (jwe.protected = encodedProtectedHeader), sharedUnprotectedHeader && (jwe.unprotected = sharedUnprotectedHeader), unprotectedHeader && (jwe.header = unprotectedHeader), jwe;
}
async function createJWE(input, key, options) {
  return encryptJWE(input, checkEncryptHeaders(input, options), key);
}
function compactJWE(jwe) {
  return [jwe.protected, jwe.encrypted_key, jwe.iv, jwe.ciphertext, jwe.tag].join(".");
}

// node_modules/jose/dist/webapi/lib/jwt_claims_set.js
var epoch = (date2) => Math.floor(date2.getTime() / 1e3), multipliers = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
  y: 31557600
}, REGEX = /^(\+|\-)? ?(\d+|\d+\.\d+) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)(?: (ago|from now))?$/i, checkFailed = "check_failed";
function invalidDuration() {
  throw new TypeError("Invalid time period format");
}
function secs(str) {
  typeof str != "string" && invalidDuration();
  let matched = REGEX.exec(str);
  (!matched || matched[4] && matched[1]) && invalidDuration();
  let value = parseFloat(matched[2]), durationSeconds = Math.round(value * multipliers[matched[3][0].toLowerCase()]);
  return Number.isFinite(durationSeconds) || invalidDuration(), matched[1] === "-" || matched[4]?.toLowerCase() === "ago" ? -durationSeconds : durationSeconds;
}
function validateInput(label, input) {
  if (!Number.isFinite(input))
    throw new TypeError(`Invalid ${label} input`);
  return input;
}
function validateStringClaim2(claim2, value) {
  if (typeof value != "string")
    throw new TypeError(`"${claim2}" claim must be a string`);
}
function validateAudienceClaim(value) {
  if (typeof value != "string" && (!Array.isArray(value) || Array.from(value).some((member) => typeof member != "string")))
    throw new TypeError('"aud" claim must be a string or an array of strings');
}
function numericDate(value, label) {
  return typeof value == "number" ? validateInput(label, value) : value instanceof Date ? validateInput(label, epoch(value)) : epoch(/* @__PURE__ */ new Date()) + secs(value);
}
var normalizeTyp = (value) => {
  let normalized = value.toLowerCase();
  return value.includes("/") ? normalized : `application/${normalized}`;
}, checkAudiencePresence = (audPayload, audOption) => typeof audPayload == "string" ? audOption.includes(audPayload) : Array.isArray(audPayload) ? audOption.some((aud) => audPayload.includes(aud)) : !1;
function validateNumericDate(claimsSet, claim2, required3 = !1) {
  let value = claimsSet[claim2];
  if (!(value === void 0 && !required3)) {
    if (typeof value != "number")
      throw new JWTClaimValidationFailed(`"${claim2}" claim must be a number`, claimsSet, claim2, "invalid");
    return value;
  }
}
function unexpectedClaim(claimsSet, claim2) {
  throw new JWTClaimValidationFailed(`unexpected "${claim2}" claim value`, claimsSet, claim2, checkFailed);
}
function validateClaimsSet(protectedHeader, claimsSetBytes, options = {}) {
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object", { cause });
  }
  if (!isObject2(claimsSet))
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object");
  let { typ } = options;
  if (typ !== void 0 && (typeof protectedHeader.typ != "string" || normalizeTyp(protectedHeader.typ) !== normalizeTyp(typ)))
    throw new JWTClaimValidationFailed('unexpected "typ" JWT header value', claimsSet, "typ", checkFailed);
  let { requiredClaims = [], issuer, subject, audience, maxTokenAge } = options, presenceCheck = [...requiredClaims];
  maxTokenAge !== void 0 && presenceCheck.push("iat"), audience !== void 0 && presenceCheck.push("aud"), subject !== void 0 && presenceCheck.push("sub"), issuer !== void 0 && presenceCheck.push("iss");
  for (let claim2 of new Set(presenceCheck.reverse()))
    if (!Object.hasOwn(claimsSet, claim2))
      throw new JWTClaimValidationFailed(`missing required "${claim2}" claim`, claimsSet, claim2, "missing");
  issuer !== void 0 && !(Array.isArray(issuer) ? issuer : [issuer]).includes(claimsSet.iss) && unexpectedClaim(claimsSet, "iss"), subject !== void 0 && claimsSet.sub !== subject && unexpectedClaim(claimsSet, "sub"), audience !== void 0 && !checkAudiencePresence(claimsSet.aud, typeof audience == "string" ? [audience] : audience) && unexpectedClaim(claimsSet, "aud");
  let { clockTolerance: clockTolerance2 } = options, tolerance = 0;
  if (typeof clockTolerance2 == "string")
    tolerance = secs(clockTolerance2);
  else if (clockTolerance2 !== void 0) {
    if (typeof clockTolerance2 != "number")
      throw new TypeError("Invalid clockTolerance option type");
    tolerance = clockTolerance2;
  }
  if (validateInput("clockTolerance option", tolerance), tolerance < 0)
    throw new TypeError("Invalid clockTolerance option input");
  let { currentDate } = options, now2 = validateInput("currentDate option", epoch(currentDate === void 0 ? /* @__PURE__ */ new Date() : currentDate)), iat = validateNumericDate(claimsSet, "iat", maxTokenAge !== void 0), nbf = validateNumericDate(claimsSet, "nbf");
  if (nbf !== void 0 && nbf > now2 + tolerance)
    throw new JWTClaimValidationFailed('"nbf" claim timestamp check failed', claimsSet, "nbf", checkFailed);
  let exp = validateNumericDate(claimsSet, "exp");
  if (exp !== void 0 && exp <= now2 - tolerance)
    throw new JWTExpired('"exp" claim timestamp check failed', claimsSet, "exp", checkFailed);
  if (maxTokenAge !== void 0) {
    let age = now2 - iat, max = validateInput("maxTokenAge option", typeof maxTokenAge == "number" ? maxTokenAge : secs(maxTokenAge));
    if (max < 0)
      throw new TypeError("Invalid maxTokenAge option input");
    if (age - tolerance > max)
      throw new JWTExpired('"iat" claim timestamp check failed (too far in the past)', claimsSet, "iat", checkFailed);
    if (age < -tolerance)
      throw new JWTClaimValidationFailed('"iat" claim timestamp check failed (it should be in the past)', claimsSet, "iat", checkFailed);
  }
  return claimsSet;
}
var producerClaimsSets;
function producerClaimsSet(producer) {
  return producerClaimsSets.get(producer);
}
function jwtClaimsSetBytes(producer) {
  let claimsSet = producerClaimsSet(producer);
  for (let claim2 of ["iat", "nbf", "exp"]) {
    let value = claimsSet[claim2];
    if (typeof value == "number" && !Number.isFinite(value))
      throw new TypeError(`"${claim2}" claim must be a finite number`);
  }
  return encoder2.encode(JSON.stringify(claimsSet));
}
function jwtClaim(producer, claim2) {
  return producerClaimsSet(producer)[claim2];
}
var JWTClaimsBuilder = class {
  constructor(claimsSet = {}) {
    if (!isObject2(claimsSet))
      throw new TypeError("JWT Claims Set MUST be an object");
    (producerClaimsSets ||= /* @__PURE__ */ new WeakMap()).set(this, structuredClone(claimsSet));
  }
  setIssuer(value) {
    return validateStringClaim2("iss", value), producerClaimsSet(this).iss = value, this;
  }
  setSubject(value) {
    return validateStringClaim2("sub", value), producerClaimsSet(this).sub = value, this;
  }
  setAudience(value) {
    return validateAudienceClaim(value), producerClaimsSet(this).aud = value, this;
  }
  setJti(value) {
    return validateStringClaim2("jti", value), producerClaimsSet(this).jti = value, this;
  }
  setNotBefore(value) {
    return producerClaimsSet(this).nbf = numericDate(value, "setNotBefore"), this;
  }
  setExpirationTime(value) {
    return producerClaimsSet(this).exp = numericDate(value, "setExpirationTime"), this;
  }
  setIssuedAt(value) {
    let claimsSet = producerClaimsSet(this);
    return value === void 0 ? claimsSet.iat = epoch(/* @__PURE__ */ new Date()) : typeof value == "string" ? claimsSet.iat = validateInput("setIssuedAt", epoch(/* @__PURE__ */ new Date()) + secs(value)) : claimsSet.iat = numericDate(value, "setIssuedAt"), this;
  }
};

// node_modules/jose/dist/webapi/jwt/decrypt.js
async function jwtDecrypt(jwt, key, options) {
  let { plaintext, ...result } = await decryptCompact(jwt, prepareDecrypt(options), key), { protectedHeader } = result, payload = validateClaimsSet(protectedHeader, plaintext, options);
  for (let claim2 of ["iss", "sub", "aud"])
    if (protectedHeader[claim2] !== void 0 && (claim2 === "aud" ? JSON.stringify(protectedHeader.aud) !== JSON.stringify(payload.aud) : protectedHeader[claim2] !== payload[claim2]))
      throw new JWTClaimValidationFailed(`replicated "${claim2}" claim header parameter mismatch`, payload, claim2, "mismatch");
  return { payload, ...result };
}

// node_modules/jose/dist/webapi/jwt/encrypt.js
var EncryptJWT_base = JWTClaimsBuilder, EncryptJWT = class extends EncryptJWT_base {
  #input = [void 0];
  #replicateIssuerAsHeader;
  #replicateSubjectAsHeader;
  #replicateAudienceAsHeader;
  setProtectedHeader(protectedHeader) {
    return assertNotSet(this.#input[1], "setProtectedHeader"), this.#input[1] = protectedHeader, this;
  }
  setKeyManagementParameters(parameters) {
    return assertNotSet(this.#input[7], "setKeyManagementParameters"), this.#input[7] = parameters, this;
  }
  setContentEncryptionKey(cek) {
    return assertNotSet(this.#input[5], "setContentEncryptionKey"), this.#input[5] = cek, this;
  }
  setInitializationVector(iv) {
    return assertNotSet(this.#input[6], "setInitializationVector"), this.#input[6] = iv, this;
  }
  replicateIssuerAsHeader() {
    return this.#replicateIssuerAsHeader = !0, this;
  }
  replicateSubjectAsHeader() {
    return this.#replicateSubjectAsHeader = !0, this;
  }
  replicateAudienceAsHeader() {
    return this.#replicateAudienceAsHeader = !0, this;
  }
  async encrypt(key, options) {
    let input = [...this.#input];
    if (input[0] = jwtClaimsSetBytes(this), input[1] && (this.#replicateIssuerAsHeader || this.#replicateSubjectAsHeader || this.#replicateAudienceAsHeader)) {
      let header = { ...input[1] };
      this.#replicateIssuerAsHeader && (header.iss = jwtClaim(this, "iss")), this.#replicateSubjectAsHeader && (header.sub = jwtClaim(this, "sub")), this.#replicateAudienceAsHeader && (header.aud = jwtClaim(this, "aud")), input[1] = header;
    }
    return compactJWE(await createJWE(input, key, options));
  }
};

// src/agent/desk/seal.ts
var HEADER = { alg: "dir", enc: "A256GCM" };
function sealWith(key, issuer) {
  return {
    seal: (kind2, claims, seconds2) => new EncryptJWT(claims).setProtectedHeader({ ...HEADER, typ: kind2 }).setIssuer(issuer).setAudience(kind2).setIssuedAt().setExpirationTime(`${seconds2} seconds`).encrypt(key),
    async open(kind2, schema, sealed2) {
      let opened = await jwtDecrypt(sealed2, key, {
        issuer,
        audience: kind2,
        typ: kind2,
        requiredClaims: ["exp"],
        keyManagementAlgorithms: [HEADER.alg],
        contentEncryptionAlgorithms: [HEADER.enc]
      }).catch(() => {
      });
      return opened && schema.safeParse(opened.payload).data;
    }
  };
}

// src/agent/desk/session.ts
var TOKEN_LIVES = 900, LONGEST_SESSION = 600 * 60, ASKED_AGAIN_AFTER = 1800, SHORTEST_LIFE = 60, agentClaims = object({
  agent: string2(),
  name: string2(),
  /** Seconds since the epoch. */
  since: number2(),
  tokens: object({
    refresh: optional(string2()),
    access: optional(string2()),
    accessSince: optional(number2()),
    accessUntil: optional(number2())
  })
});
function signedIn(id, name, given, keepsAccess) {
  return { agent: id, name, since: seconds(), tokens: kept(given, keepsAccess) };
}
function kept({ access, accessUntil, refresh }, keepsAccess) {
  return {
    ...refresh && { refresh },
    ...keepsAccess && access && { access, accessSince: seconds() },
    ...keepsAccess && accessUntil && { accessUntil }
  };
}
function sessionsOf(seal, provider, isAdmitted2, keepsAccess) {
  return {
    async token(agent) {
      let expiresIn = lifeOf(agent);
      if (expiresIn <= 0) throw new Refusal("sign_in_required");
      let { agent: id, name } = agent;
      return { token: await seal.seal("agent", agent, expiresIn), expiresIn, agent: { id, ...name && { name } } };
    },
    async open(token) {
      let agent = await seal.open("agent", agentClaims, token);
      if (!agent) throw new Refusal("sign_in_required");
      return agent;
    },
    async renewed(agent) {
      let { refresh, accessUntil = Number.POSITIVE_INFINITY } = agent.tokens, now2 = seconds(), isDue = now2 - agent.since >= ASKED_AGAIN_AFTER || accessUntil < now2 + TOKEN_LIVES;
      if (!provider || !refresh || !isDue) return agent;
      let { tokens, claims } = await provider.renew(refresh).catch((error) => {
        throw error instanceof Denied ? new Refusal("sign_in_required") : error;
      });
      if (!(!claims || claims.sub === agent.agent && isAdmitted2(claims))) throw new Refusal("sign_in_required");
      return { ...agent, tokens: kept(tokens, keepsAccess) };
    }
  };
}
function lifeOf({ since, tokens }) {
  let now2 = seconds(), untilAccessEnds = (tokens.accessUntil ?? Number.POSITIVE_INFINITY) - now2;
  return untilAccessEnds <= 0 ? 0 : Math.min(TOKEN_LIVES, since + LONGEST_SESSION - now2, Math.max(SHORTEST_LIFE, untilAccessEnds));
}
function seconds() {
  return Math.floor(Date.now() / 1e3);
}

// src/agent/desk/sign-in.ts
import { randomUUID as randomUUID2 } from "node:crypto";

// node_modules/hono/dist/utils/url.js
var splitPath = (path) => {
  let paths = path.split("/");
  return paths[0] === "" && paths.shift(), paths;
}, splitRoutingPath = (routePath2) => {
  let { groups, path } = extractGroupsFromPath(routePath2), paths = splitPath(path);
  return replaceGroupMarks(paths, groups);
}, extractGroupsFromPath = (path) => {
  let groups = [];
  return path = path.replace(/\{[^}]+\}/g, (match2, index) => {
    let mark = `@${index}`;
    return groups.push([mark, match2]), mark;
  }), {
    groups,
    path
  };
}, replaceGroupMarks = (paths, groups) => {
  for (let i = groups.length - 1; i >= 0; i--) {
    let [mark] = groups[i];
    for (let j2 = paths.length - 1; j2 >= 0; j2--) if (paths[j2].includes(mark)) {
      paths[j2] = paths[j2].replace(mark, groups[i][1]);
      break;
    }
  }
  return paths;
}, patternCache = {}, getPattern = (label, next) => {
  if (label === "*") return "*";
  let match2 = label.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
  if (match2) {
    let cacheKey2 = `${label}#${next}`;
    return patternCache[cacheKey2] || (match2[2] ? patternCache[cacheKey2] = next && next[0] !== ":" && next[0] !== "*" ? [
      cacheKey2,
      match2[1],
      new RegExp(`^${match2[2]}(?=/${next})`)
    ] : [
      label,
      match2[1],
      new RegExp(`^${match2[2]}$`)
    ] : patternCache[cacheKey2] = [
      label,
      match2[1],
      !0
    ]), patternCache[cacheKey2];
  }
  return null;
}, tryDecode = (str, decoder4) => {
  try {
    return decoder4(str);
  } catch {
    return str.replace(/(?:%[0-9A-Fa-f]{2})+/g, (match2) => {
      try {
        return decoder4(match2);
      } catch {
        return match2;
      }
    });
  }
};
var decodeURIWithPreservedPercent = (value) => decodeURI(value.includes("%25") ? value.replace(/%25/g, "%2525") : value), getPath = (request) => {
  let url = request.url, start = url.indexOf("/", url.indexOf(":") + 4), i = start;
  for (; i < url.length; i++) {
    let charCode = url.charCodeAt(i);
    if (charCode === 37) {
      let queryIndex = url.indexOf("?", i), hashIndex = url.indexOf("#", i), end = queryIndex === -1 ? hashIndex === -1 ? void 0 : hashIndex : hashIndex === -1 ? queryIndex : Math.min(queryIndex, hashIndex), path = url.slice(start, end), decoded2 = tryDecode(path, decodeURIWithPreservedPercent);
      if (/%(?![0-9A-Fa-f]{2})/.test(path)) {
        let rewritten = new URL("http://localhost");
        if (rewritten.pathname = decoded2.replace(/[\\\t\n\r]/g, encodeURIComponent), tryDecode(rewritten.pathname, decodeURIWithPreservedPercent) !== decoded2) return tryDecode(path.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), decodeURIWithPreservedPercent);
      }
      return decoded2;
    } else if (charCode === 63 || charCode === 35) break;
  }
  return url.slice(start, i);
};
var getPathNoStrict = (request) => {
  let result = getPath(request);
  return result.length > 1 && result.at(-1) === "/" ? result.slice(0, -1) : result;
}, mergePath = (base, sub, ...rest) => (rest.length && (sub = mergePath(sub, ...rest)), `${base?.[0] === "/" ? "" : "/"}${base}${sub === "/" ? "" : `${base?.at(-1) === "/" ? "" : "/"}${sub?.[0] === "/" ? sub.slice(1) : sub}`}`), checkOptionalParameter = (path) => {
  if (path.charCodeAt(path.length - 1) !== 63 || !path.includes(":")) return null;
  let segments = path.split("/"), results = [], basePath = "";
  return segments.forEach((segment) => {
    if (segment !== "" && !/\:/.test(segment)) basePath += "/" + segment;
    else if (/\:/.test(segment))
      if (segment.charCodeAt(segment.length - 1) === 63) {
        results.length === 0 && basePath === "" ? results.push("/") : results.push(basePath);
        let optionalSegment = segment.slice(0, -1);
        basePath += "/" + optionalSegment, results.push(basePath);
      } else basePath += "/" + segment;
  }), results.filter((v, i, a) => a.indexOf(v) === i);
}, tryDecodeURIComponent = (str) => str.indexOf("%") !== -1 ? tryDecode(str, decodeURIComponent_) : str, _decodeURI = (value) => (value.indexOf("+") !== -1 && (value = value.replace(/\+/g, " ")), tryDecodeURIComponent(value)), _getQueryParam = (url, key, multiple) => {
  let hashIndex = url.indexOf("#", 8);
  hashIndex !== -1 && (url = url.slice(0, hashIndex));
  let encoded2;
  if (!multiple && key && !/[%+&=]/.test(key)) {
    let queryIndex = url.indexOf("?", 8), keyIndex2 = queryIndex;
    if (keyIndex2 === -1) return;
    for (url.startsWith(key, keyIndex2 + 1) || (keyIndex2 = url.indexOf(`&${key}`, keyIndex2 + 1)); keyIndex2 !== -1; ) {
      let trailingKeyCode = url.charCodeAt(keyIndex2 + key.length + 1);
      if (trailingKeyCode === 61 || trailingKeyCode === 38 || isNaN(trailingKeyCode)) {
        if (keyIndex2 > queryIndex && /(?:^|&)[^=&]*[%+]/.test(url.slice(queryIndex + 1, keyIndex2))) break;
        if (trailingKeyCode === 61) {
          let valueIndex = keyIndex2 + key.length + 2, endIndex = url.indexOf("&", valueIndex);
          return _decodeURI(url.slice(valueIndex, endIndex === -1 ? void 0 : endIndex));
        }
        return "";
      }
      keyIndex2 = url.indexOf(`&${key}`, keyIndex2 + 1);
    }
    if (encoded2 = /[%+]/.test(url), !encoded2) return;
  }
  let results = /* @__PURE__ */ Object.create(null);
  encoded2 ??= /[%+]/.test(url);
  let keyIndex = url.indexOf("?", 8);
  for (; keyIndex !== -1; ) {
    let nextKeyIndex = url.indexOf("&", keyIndex + 1), valueIndex = url.indexOf("=", keyIndex);
    valueIndex > nextKeyIndex && nextKeyIndex !== -1 && (valueIndex = -1);
    let name = url.slice(keyIndex + 1, valueIndex === -1 ? nextKeyIndex === -1 ? void 0 : nextKeyIndex : valueIndex);
    if (encoded2 && (name = _decodeURI(name)), keyIndex = nextKeyIndex, name === "") continue;
    let value;
    valueIndex === -1 ? value = "" : (value = url.slice(valueIndex + 1, nextKeyIndex === -1 ? void 0 : nextKeyIndex), encoded2 && (value = _decodeURI(value))), multiple ? (results[name] && Array.isArray(results[name]) || (results[name] = []), results[name].push(value)) : results[name] ??= value;
  }
  return key ? results[key] : results;
}, getQueryParam = _getQueryParam, getQueryParams = (url, key) => _getQueryParam(url, key, !0), decodeURIComponent_ = decodeURIComponent;

// node_modules/hono/dist/utils/cookie.js
var validCookieNameRegEx = /^[\w!#$%&'*.^`|~+-]+$/, relaxedCookieNameRegEx = /^[!#-:<>-[\]-~]+$/, validCookieValueRegEx = /^[ !#-:<-[\]-~]*$/, trimCookieWhitespace = (value) => {
  let start = 0, end = value.length;
  for (; start < end; ) {
    let charCode = value.charCodeAt(start);
    if (charCode !== 32 && charCode !== 9) break;
    start++;
  }
  for (; end > start; ) {
    let charCode = value.charCodeAt(end - 1);
    if (charCode !== 32 && charCode !== 9) break;
    end--;
  }
  return start === 0 && end === value.length ? value : value.slice(start, end);
}, parse2 = (cookie, name) => {
  if (name && cookie.indexOf(name) === -1) return {};
  let pairs = cookie.split(";"), parsedCookie = /* @__PURE__ */ Object.create(null);
  for (let pairStr of pairs) {
    let valueStartPos = pairStr.indexOf("=");
    if (valueStartPos === -1) continue;
    let cookieName = trimCookieWhitespace(pairStr.substring(0, valueStartPos));
    if (name && name !== cookieName || !relaxedCookieNameRegEx.test(cookieName) || cookieName in parsedCookie) continue;
    let cookieValue = trimCookieWhitespace(pairStr.substring(valueStartPos + 1));
    if (cookieValue.startsWith('"') && cookieValue.endsWith('"') && (cookieValue = cookieValue.slice(1, -1)), validCookieValueRegEx.test(cookieValue) && (parsedCookie[cookieName] = tryDecodeURIComponent(cookieValue), name))
      break;
  }
  return parsedCookie;
};
var _serialize = (name, value, opt = {}) => {
  if (!validCookieNameRegEx.test(name)) throw new Error("Invalid cookie name");
  let cookie = `${name}=${value}`;
  if (/^__secure-/i.test(name) && !opt.secure) throw new Error("__Secure- Cookie must have Secure attributes");
  if (/^__host-/i.test(name)) {
    if (!opt.secure) throw new Error("__Host- Cookie must have Secure attributes");
    if (opt.path !== "/") throw new Error('__Host- Cookie must have Path attributes with "/"');
    if (opt.domain) throw new Error("__Host- Cookie must not have Domain attributes");
  }
  for (let key of [
    "domain",
    "path",
    "sameSite",
    "priority"
  ]) if (opt[key] && /[;\r\n]/.test(opt[key])) throw new Error(`${key} must not contain ";", "\\r", or "\\n"`);
  if (opt && typeof opt.maxAge == "number" && opt.maxAge >= 0) {
    if (opt.maxAge > 3456e4) throw new Error("Cookies Max-Age SHOULD NOT be greater than 400 days (34560000 seconds) in duration.");
    cookie += `; Max-Age=${opt.maxAge | 0}`;
  }
  if (opt.domain && opt.prefix !== "host" && (cookie += `; Domain=${opt.domain}`), opt.path && (cookie += `; Path=${opt.path}`), opt.expires) {
    if (opt.expires.getTime() - Date.now() > 3456e7) throw new Error("Cookies Expires SHOULD NOT be greater than 400 days (34560000 seconds) in the future.");
    cookie += `; Expires=${opt.expires.toUTCString()}`;
  }
  if (opt.httpOnly && (cookie += "; HttpOnly"), opt.secure && (cookie += "; Secure"), opt.sameSite && (cookie += `; SameSite=${opt.sameSite.charAt(0).toUpperCase() + opt.sameSite.slice(1)}`), opt.priority && (cookie += `; Priority=${opt.priority.charAt(0).toUpperCase() + opt.priority.slice(1)}`), opt.partitioned) {
    if (!opt.secure) throw new Error("Partitioned Cookie must have Secure attributes");
    cookie += "; Partitioned";
  }
  return cookie;
}, serialize = (name, value, opt) => (value = encodeURIComponent(value), _serialize(name, value, opt));

// node_modules/hono/dist/helper/cookie/index.js
var getCookie = (c, key, prefix) => {
  let cookie = c.req.raw.headers.get("Cookie");
  if (typeof key == "string") {
    if (!cookie) return;
    let finalKey = key;
    return prefix === "secure" ? finalKey = "__Secure-" + key : prefix === "host" && (finalKey = "__Host-" + key), parse2(cookie, finalKey)[finalKey];
  }
  return cookie ? parse2(cookie) : {};
};
var generateCookie = (name, value, opt) => {
  let cookie;
  return opt?.prefix === "secure" ? cookie = serialize("__Secure-" + name, value, {
    path: "/",
    ...opt,
    secure: !0
  }) : opt?.prefix === "host" ? cookie = serialize("__Host-" + name, value, {
    ...opt,
    path: "/",
    secure: !0,
    domain: void 0
  }) : cookie = serialize(name, value, {
    path: "/",
    ...opt
  }), cookie;
}, setCookie = (c, name, value, opt) => {
  let cookie = generateCookie(name, value, opt);
  c.header("Set-Cookie", cookie, { append: !0 });
};
var deleteCookie = (c, name, opt) => {
  let deletedCookie = getCookie(c, name, opt?.prefix);
  return setCookie(c, name, "", {
    ...opt,
    maxAge: 0
  }), deletedCookie;
};

// src/agent/desk/limits.ts
var import_rate_limiter_flexible = __toESM(require_rate_limiter_flexible(), 1);
var SECONDS = 60;
function limitOf(calls) {
  let limiter = new import_rate_limiter_flexible.RateLimiterMemory({ points: calls, duration: SECONDS });
  return {
    async count(key) {
      await limiter.consume(key).catch(({ msBeforeNext }) => {
        throw new Refusal("too_many", { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1e3)) });
      });
    }
  };
}
function onceWithin(seconds2) {
  let limiter = new import_rate_limiter_flexible.RateLimiterMemory({ points: 1, duration: seconds2 });
  return {
    isFirst: (id) => limiter.consume(id).then(
      () => !0,
      () => !1
    )
  };
}

// src/agent/desk/sign-in.ts
var SIGN_IN_TAKES = 600, CODE_LIVES = 60, LONGEST_CODE = 6500, FRAME = "frame-", PAGE = "page-", COOKIE = {
  prefix: "host",
  secure: !0,
  httpOnly: !0,
  sameSite: "None",
  partitioned: !0,
  path: "/"
}, begunClaims = object({
  state: string2(),
  verifier: string2(),
  nonce: string2(),
  /** Of the page that opened a popup; `""` in the frame. */
  challenge: string2()
}), codeClaims = object({ id: string2(), challenge: string2(), agent: agentClaims });
function pageOf(state) {
  return state.startsWith(FRAME) ? "/" : "/signed-in.html";
}
function placeOf2(challenge) {
  return challenge === "" ? FRAME : PAGE;
}
function signInBy(provider, seal, isAdmitted2, keepsAccess) {
  let codes = onceWithin(CODE_LIVES);
  async function codeFor(context, { id, name, tokens }, asked) {
    let codeId = randomUUID2(), challenge = asked;
    if (asked === "") {
      let verifier2 = randomPKCECodeVerifier();
      challenge = await calculatePKCECodeChallenge2(verifier2), setCookie(context, `code-${codeId}`, verifier2, { ...COOKIE, maxAge: CODE_LIVES });
    }
    let agent = signedIn(id, name, tokens, keepsAccess), code = await seal.seal("code", { id: codeId, challenge, agent }, CODE_LIVES);
    if (code.length > LONGEST_CODE) throw tokensTooLong();
    return code;
  }
  return {
    async begin(context, challenge) {
      let { url, begun } = await provider.begin(placeOf2(challenge) + randomState()), sealed2 = await seal.seal("sign-in", { ...begun, challenge }, SIGN_IN_TAKES);
      return setCookie(context, `sign-in-${begun.state}`, sealed2, { ...COOKIE, maxAge: SIGN_IN_TAKES }), context.redirect(url.href);
    },
    async end(context, callback) {
      let state = callback.searchParams.get("state") ?? "", name = /^[\w-]{1,100}$/.test(state) ? `sign-in-${state}` : "", cookie = name === "" ? void 0 : getCookie(context, name, "host"), begun = cookie ? await seal.open("sign-in", begunClaims, cookie) : void 0;
      if (!begun || begun.state !== state) return { error: "no_cookie" };
      deleteCookie(context, name, COOKIE);
      let agent = await provider.end(callback, begun).catch((failure2) => {
        if (!(failure2 instanceof Denied))
          throw failure2;
      });
      return agent ? isAdmitted2(agent.claims) ? { code: await codeFor(context, agent, begun.challenge), agent: agent.id } : { error: "not_allowed", agent: agent.id } : { error: "denied" };
    },
    async redeem(context, code, given) {
      let opened = await seal.open("code", codeClaims, code);
      if (!opened) throw new Refusal("sign_in_required");
      let { id, challenge, agent } = opened, verifier2 = given ?? deleteCookie(context, `code-${id}`, COOKIE) ?? "";
      if (!(verifier2 !== "" && await calculatePKCECodeChallenge2(verifier2) === challenge) || !await codes.isFirst(id)) throw new Refusal("sign_in_required");
      return agent;
    }
  };
}
function tokensTooLong() {
  let remedy = "the provider's tokens are too long to be handed to a browser; ask it for shorter ones, or for no refresh token";
  return new Fault("settings", "provider_tokens_too_long", remedy);
}

// src/agent/desk/assemble.ts
async function assembleDesk(settings, files) {
  let note2 = operatorNotes(), seal = sealWith(settings.DESK_SESSION_KEY, settings.DESK_PUBLIC_URL.origin), { LIVEPERSON_ACCOUNT, LIVEPERSON_DOMAIN_API, DESK_ALLOWED = "*" } = settings, isChecked = settings.DESK_ASSIGNMENT_CHECK === "conversation", admits = (claims) => isAdmitted(claims, DESK_ALLOWED), provider = providerFor(settings), { secrets, ...core } = coreOf(settings), off = await reasonAgainst(settings, secrets);
  return off && settings.DESK_SUGGEST !== "off" && note2(off), {
    settings,
    files,
    seal,
    sessions: sessionsOf(seal, provider, admits, isChecked),
    signIn: provider && signInBy(provider, seal, admits, isChecked),
    checkAssignment: isChecked ? assignmentCheck(LIVEPERSON_ACCOUNT, LIVEPERSON_DOMAIN_API) : async () => {
    },
    ...core,
    ...off && { suggest: async () => ({ status: "off", fault: off }) },
    suggests: off ? "off" : settings.DESK_SUGGEST,
    audit: auditLine,
    note: note2
  };
}

// src/agent/desk/public-files.ts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

// src/runtime/variables.ts
function variable(standard, schema) {
  return { standard, schema };
}
function valuesOf(environment, table2, complaints) {
  let values = Object.entries(table2).map(([name, variable2]) => [
    name,
    givenValue(environment, name, variable2, complaints) ?? safeParse(variable2.schema, variable2.standard).data
  ]);
  return Object.fromEntries(values);
}
function givenValue(environment, name, { schema }, complaints) {
  let given = environment[name]?.trim();
  if (!given) return;
  let { data, error } = safeParse(schema, given);
  return error && complaints.push(`${name} must be ${error.issues[0]?.message}; the default is used`), data;
}
function kind(read, expected) {
  return transform((text2, { issues }) => {
    let value = read(text2);
    return value === void 0 && issues.push({ code: "custom", message: expected, input: text2 }), value;
  });
}
var sentence = kind((text2) => text2, ""), message2 = kind((text2) => text2.replace(/\\n/g, `
`), ""), yesOrNo = kind(asFlag, "true or false"), NAME = /^[\p{L}\p{N}_.:-]+$/u;
function itemsLike(pattern, expected) {
  return kind((text2) => {
    let list2 = text2 === "none" ? [] : items(text2);
    return list2.every((item) => pattern.test(item)) ? list2 : void 0;
  }, expected);
}
var names = itemsLike(NAME, "names separated by commas, each of letters, digits, _ and -");
function matching(pattern, expected) {
  return kind((text2) => pattern.test(text2) ? text2 : void 0, expected);
}
function wholeNumber(min, max) {
  let isBetween = (text2) => /^\d+$/.test(text2) && Number(text2) >= min && Number(text2) <= max;
  return kind((text2) => isBetween(text2) ? Number(text2) : void 0, `a whole number from ${min} to ${max}`);
}
function numberBetween(min, max) {
  let isBetween = (text2) => /^\d+(\.\d+)?$/.test(text2) && Number(text2) >= min && Number(text2) <= max;
  return kind((text2) => isBetween(text2) ? Number(text2) : void 0, `a number from ${min} to ${max}`);
}
function oneOf(options) {
  return kind((text2) => options.find((option) => option === text2), `one of ${options.join(", ")}`);
}
function items(text2) {
  return text2.split(",").map((item) => item.trim()).filter((item) => item !== "");
}

// src/clinc/variables.ts
var CLINC_VARIABLES = {
  CLINC_SECRET_PREFIX: variable("clinc", matching(/^[\w-]{1,80}$/, "letters, digits, _ and -, at most 80")),
  CLINC_DEVICE: variable("liveperson", matching(/^\S+$/, "one word")),
  CLINC_LANGUAGE: variable("en", languageList()),
  CLINC_TIMEOUT_MS: variable("8000", wholeNumber(1e3, 11e3))
};
function languageList() {
  return kind((text2) => {
    let list2 = items(text2);
    return list2.length > 0 && list2.every((code) => /^[a-z]{2}$/.test(code)) ? list2 : void 0;
  }, "an ISO 639-1 code, two small letters, or a list of such");
}

// src/record/variables.ts
var RECORD_VARIABLES = {
  CONTEXT_HOST: variable(
    "z1",
    kind((text2) => contextAddress(text2) ? text2 : void 0, "z1, z2, z3 or a host under .liveperson.net")
  ),
  CONTEXT_ACCOUNT: variable("", matching(/^[\w-]{0,100}$/, "LivePerson's number of the account")),
  CONTEXT_TTL_HOURS: variable("24", wholeNumber(1, 168))
};

// src/answer/variables.ts
var NAME_VARIABLES = {
  TRANSFER_COMPETENCIES: variable(
    "agent_handover, faq_agent_handover, live_agent, human_agent, speak_to_agent, transfer_to_agent",
    names
  ),
  CLOSE_COMPETENCIES: variable("clean_goodbye, close_conversation, end_conversation", names),
  OUT_OF_SCOPE_COMPETENCIES: variable("out_of_scope, outofscope, oos", names)
};

// src/agent/variables.ts
var { TRANSFER_COMPETENCIES, CLOSE_COMPETENCIES, OUT_OF_SCOPE_COMPETENCIES } = NAME_VARIABLES, ASSIST_VARIABLES = {
  ASSIST_MIN_SCORE: variable("0.5", numberBetween(0, 1)),
  ASSIST_MIN_WORDS: variable("2", wholeNumber(1, 20)),
  ASSIST_REFUSED_COMPETENCIES: variable(
    `${TRANSFER_COMPETENCIES.standard}, ${CLOSE_COMPETENCIES.standard}`,
    names
  ),
  OUT_OF_SCOPE_COMPETENCIES
}, AGENT_VARIABLES = { ...CLINC_VARIABLES, ...RECORD_VARIABLES, ...ASSIST_VARIABLES };

// src/agent/desk/kinds.ts
var import_proxy_addr = __toESM(require_proxy_addr(), 1);
function publicUrl(text2) {
  let url = address(text2);
  return url && url.href === `${url.origin}/` ? url : void 0;
}
function address(text2) {
  if (!URL.canParse(text2)) return;
  let url = new URL(text2);
  return (url.protocol === "https:" || url.protocol === "http:" && isLoopback(url.hostname)) && !url.username && !url.password && !url.search && !url.hash ? url : void 0;
}
function domainApi(text2) {
  let url = publicUrl(text2);
  return url && (isLoopback(url.hostname) || /\.liveperson\.net$/.test(url.hostname)) ? url : void 0;
}
function sdk(text2) {
  let url = address(text2);
  return url && (isLoopback(url.hostname) || /\.lpsnmedia\.net$/.test(url.hostname)) ? url : void 0;
}
var KEY_BYTES = 32;
function sessionKey(text2) {
  let key = /^[\w+/-]+=*$/.test(text2) ? Buffer.from(text2, "base64") : Buffer.alloc(0);
  return key.length === KEY_BYTES ? new Uint8Array(key) : void 0;
}
var ANCESTOR = /^(https:\/\/(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?|https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?)$/;
function ancestors(text2) {
  let list2 = items(text2.replace(/\s+/g, ","));
  return list2.length > 0 && list2.every((origin) => ANCESTOR.test(origin)) ? list2 : void 0;
}
function allowed(text2) {
  if (text2 === "*") return text2;
  let list2 = items(text2).map((item) => /^([^=\s]+)\s*=\s*(\S.*)$/.exec(item));
  if (!(list2.length === 0 || list2.includes(null)))
    return list2.map((found) => [found?.[1] ?? "", found?.[2] ?? ""]);
}
function proxies(text2) {
  let list2 = items(text2);
  try {
    return import_proxy_addr.default.compile([...list2]), list2;
  } catch {
    return;
  }
}
function prefixes(text2) {
  let list2 = items(text2);
  return list2.length > 0 && list2.every((prefix) => /^[\w-]{1,80}$/.test(prefix)) ? list2 : void 0;
}

// src/agent/desk/variables.ts
var PREFIX2 = CLINC_VARIABLES.CLINC_SECRET_PREFIX, SDK = "https://lpcdn.lpsnmedia.net/webagent/client-SDK.min.js", VARIABLES = {
  DESK_PUBLIC_URL: variable(
    "",
    kind(publicUrl, "https:// and a host, without a path; http:// for loopback only")
  ),
  DESK_SESSION_KEY: variable(
    "",
    kind(sessionKey, "32 random bytes in Base64: `openssl rand -base64 32` makes such")
  ),
  DESK_FRAME_ANCESTORS: variable(
    "https://*.liveperson.net",
    kind(ancestors, "origins such as https://*.liveperson.net, separated by commas")
  ),
  DESK_SIGN_IN: variable(
    "",
    oneOf(["liveperson", "oidc", "none"])
  ),
  DESK_CLIENT_ID: variable("", sentence),
  DESK_CLIENT_SECRET: variable("", sentence),
  DESK_ISSUER: variable(
    "",
    kind(address, "the https:// address of the provider, as it names itself")
  ),
  DESK_SCOPES: variable(
    "openid profile",
    matching(/^([\w:/.-]+ )*openid( [\w:/.-]+)*$/, "scopes separated by blanks, openid among them")
  ),
  DESK_ALLOWED: variable(
    "",
    kind(allowed, "claim=value, … or * for everybody whom the provider signs in")
  ),
  DESK_SUGGEST: variable("manual", oneOf(["manual", "auto", "off"])),
  DESK_ASSIGNMENT_CHECK: variable("", oneOf(["conversation", "off"])),
  DESK_TRUSTED_PROXIES: variable(
    "",
    kind(proxies, "addresses or networks such as 10.0.0.0/8, separated by commas")
  ),
  LIVEPERSON_ACCOUNT: variable("", matching(/^[\w-]{0,100}$/, "LivePerson's number of the account")),
  LIVEPERSON_DOMAIN_API: variable(
    "https://api.liveperson.net",
    kind(domainApi, "https:// and a host under liveperson.net")
  ),
  LIVEPERSON_SDK: variable(SDK, kind(sdk, "https:// and a script under lpsnmedia.net")),
  PORT: variable("8080", wholeNumber(0, 65535)),
  HOST: variable("127.0.0.1", matching(/^[\w.:-]+$/, "an address or name of this machine")),
  ...CLINC_VARIABLES,
  CLINC_SECRET_PREFIX: variable(
    PREFIX2.standard,
    kind(prefixes, "letters, digits, _ and -, or a list of such")
  ),
  CLINC_HOST: variable("", sentence),
  CLINC_APP_KEY: variable("", sentence),
  CLINC_AI_VERSION: variable("", sentence),
  CLINC_ASSIST_AI_VERSION: variable("", sentence),
  CLINC_CONTEXT_KEY: variable("", matching(/^[\x21-\x7e]*$/, "the key alone, one word of plain signs")),
  ...RECORD_VARIABLES,
  ...ASSIST_VARIABLES
}, SECRETS2 = [
  "DESK_SESSION_KEY",
  "DESK_CLIENT_SECRET",
  "CLINC_HOST",
  "CLINC_APP_KEY",
  "CLINC_AI_VERSION",
  "CLINC_ASSIST_AI_VERSION",
  "CLINC_CONTEXT_KEY"
];

// src/agent/desk/public-files.ts
var TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8"
};
function publicFiles(folder, sdk2) {
  let names2 = existsSync(folder) ? readdirSync(folder).filter((name) => extname(name) in TYPES) : [], files = new Map(
    names2.map((name) => {
      let type = TYPES[extname(name)] ?? "";
      return [`/${name}`, { type, content: readFileSync(join(folder, name)) }];
    })
  ), index = files.get(INDEX);
  if (!index) return files;
  let content = Buffer.from(index.content.toString("utf8").replace(SDK, sdk2.href));
  return files.set(INDEX, { ...index, content }).set("/", { ...index, content });
}
var INDEX = "/index.html";

// src/agent/desk/contradictions.ts
function contradictions(settings) {
  let { DESK_SIGN_IN, CLINC_CONTEXT_KEY, CONTEXT_ACCOUNT, LIVEPERSON_ACCOUNT } = settings, missing = (name, hint = "is missing") => [name, hint];
  return [
    !settings.DESK_PUBLIC_URL && missing("DESK_PUBLIC_URL"),
    !settings.DESK_SESSION_KEY && missing("DESK_SESSION_KEY", "is missing: `openssl rand -base64 32` makes one"),
    !DESK_SIGN_IN && missing("DESK_SIGN_IN", "is missing: liveperson, oidc or none"),
    CLINC_CONTEXT_KEY && !CONTEXT_ACCOUNT && !LIVEPERSON_ACCOUNT && missing("CONTEXT_ACCOUNT", NO_ACCOUNT),
    ...DESK_SIGN_IN === "none" ? withoutSignIn(settings) : withSignIn(settings)
  ].filter((one) => typeof one == "object");
}
var NO_ACCOUNT = "or LIVEPERSON_ACCOUNT must be set, since CLINC_CONTEXT_KEY is";
function withoutSignIn({ HOST, DESK_PUBLIC_URL, DESK_ASSIGNMENT_CHECK }) {
  let what = "must be loopback with DESK_SIGN_IN none: without a sign-in nobody else may reach the desk";
  return [
    !isLoopback(HOST) && ["HOST", what],
    DESK_PUBLIC_URL !== void 0 && !isLoopback(DESK_PUBLIC_URL.hostname) && ["DESK_PUBLIC_URL", what],
    DESK_ASSIGNMENT_CHECK === "conversation" && ["DESK_ASSIGNMENT_CHECK", "needs DESK_SIGN_IN liveperson"]
  ];
}
function withSignIn(settings) {
  let { DESK_SIGN_IN, DESK_ASSIGNMENT_CHECK } = settings;
  return [
    ...({
      liveperson: ["DESK_CLIENT_ID", "DESK_CLIENT_SECRET", "LIVEPERSON_ACCOUNT"],
      oidc: ["DESK_CLIENT_ID", "DESK_CLIENT_SECRET", "DESK_ISSUER", "DESK_ALLOWED"]
    }[DESK_SIGN_IN] ?? []).filter((name) => !settings[name]).map((name) => [name, `is missing: DESK_SIGN_IN ${DESK_SIGN_IN} needs it`]),
    !DESK_ASSIGNMENT_CHECK && ["DESK_ASSIGNMENT_CHECK", UNDECIDED],
    DESK_ASSIGNMENT_CHECK === "conversation" && DESK_SIGN_IN === "oidc" && ["DESK_ASSIGNMENT_CHECK", "can only be off with DESK_SIGN_IN oidc"]
  ];
}
var UNDECIDED = "has no default: conversation asks LivePerson whether the agent may see the conversation; with off every agent who is signed in can read what the bot knew of any conversation whose id they have";

// src/agent/desk/secret-files.ts
import { readFileSync as readFileSync2 } from "node:fs";
function withSecretFiles(environment, complaints) {
  let read = SECRETS2.flatMap((name) => {
    let file = environment[`${name}_FILE`]?.trim();
    if (!file) return [];
    if (environment[name]?.trim())
      return complaints.push(`${name} and ${name}_FILE are both set; keep one of them`), [];
    let text2 = textOf2(file);
    return text2 === "" && complaints.push(`${name}_FILE must name a file that can be read and is not empty`), [[name, text2]];
  });
  return { ...environment, ...Object.fromEntries(read) };
}
function textOf2(file) {
  try {
    return readFileSync2(file, "utf8").trim();
  } catch {
    return "";
  }
}

// src/agent/desk/settings.ts
function readDeskSettings(environment) {
  let wrong = [], given = withSecretFiles(environment, wrong), settings = valuesOf(given, VARIABLES, wrong), complaints = wrong.map((complaint) => complaint.replace("; the default is used", "")), named3 = new Set(complaints.map((complaint) => /^\w+/.exec(complaint)?.[0])), others = [...contradictions(settings), ...aboutClinc(settings)];
  return {
    settings,
    complaints: [...complaints, ...others.filter(([name]) => !named3.has(name)).map(told)]
  };
}
function told([name, what]) {
  return `${name} ${what}`;
}
var SOUND = { host: "api.clinc.example", key: "sound", version: "" };
function aboutClinc(settings) {
  let { CLINC_HOST: host, CLINC_APP_KEY: key, CLINC_AI_VERSION: version2 } = settings, missing = ["CLINC_HOST", "CLINC_APP_KEY"].filter((name) => settings[name] === ""), given = [...host ? [{ host }] : [], ...key ? [{ key }] : [], { version: version2 }], assist = settings.CLINC_ASSIST_AI_VERSION;
  return [
    ...missing.map((name) => [name, "is missing"]),
    ...given.flatMap((one) => complaintAbout({ ...SOUND, ...one })),
    ...assist === "" || isAiVersion(assist) ? [] : [NO_VERSION]
  ];
}
var NO_VERSION = ["CLINC_ASSIST_AI_VERSION", "must be the UUID of an AI version"];
function complaintAbout({ host, key, version: version2 }) {
  try {
    return checkedAccess(host, key, version2, "clinc"), [];
  } catch (error) {
    let [, name = "", what = ""] = /^(\w+) (.*)$/.exec(inTermsOfDesk(faultOf(error).remedy)) ?? [];
    return [[name, what]];
  }
}

// node_modules/@hono/node-server/dist/constants-BLSFu_RU.mjs
var X_ALREADY_SENT = "x-hono-already-sent";

// node_modules/@hono/node-server/dist/index.mjs
import { STATUS_CODES, ServerResponse, createServer } from "node:http";
import { Http2ServerRequest, constants } from "node:http2";
import { Readable } from "node:stream";

// node_modules/hono/dist/helper/websocket/index.js
var defineWebSocketHelper = (handler) => ((...args) => {
  if (typeof args[0] == "function") {
    let [createEvents, options] = args;
    return async function(c, next) {
      let result = await handler(c, await createEvents(c), options);
      if (result) return result;
      await next();
    };
  } else {
    let [c, events, options] = args;
    return (async () => {
      let upgraded = await handler(c, events, options);
      if (!upgraded) throw new Error("Failed to upgrade WebSocket");
      return upgraded;
    })();
  }
});

// node_modules/@hono/node-server/dist/index.mjs
var RequestError = class extends Error {
  constructor(message3, options) {
    super(message3, options), this.name = "RequestError";
  }
}, nonJoinedHeaders = /* @__PURE__ */ new Set([
  "age",
  "authorization",
  "content-length",
  "content-type",
  "etag",
  "expires",
  "from",
  "host",
  "if-modified-since",
  "if-unmodified-since",
  "last-modified",
  "location",
  "max-forwards",
  "proxy-authorization",
  "referer",
  "retry-after",
  "server",
  "user-agent"
]), validHeaderName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/, isHttpWhitespace = (code) => code === 9 || code === 10 || code === 13 || code === 32, normalizeHeaderValue = (value) => {
  if (!isHttpWhitespace(value.charCodeAt(0)) && !isHttpWhitespace(value.charCodeAt(value.length - 1))) return value;
  let start = 0, end = value.length;
  for (; start < end && isHttpWhitespace(value.charCodeAt(start)); ) start++;
  for (; end > start && isHttpWhitespace(value.charCodeAt(end - 1)); ) end--;
  return value.slice(start, end);
}, forbiddenHeaderValue = /[\0\r\n]/, GlobalHeaders = globalThis.Headers, materializeHeaders = (rawHeaders, HeadersCtor = GlobalHeaders) => {
  let headers2 = new HeadersCtor();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    let name = rawHeaders[i];
    name.startsWith(":") || headers2.append(name, rawHeaders[i + 1]);
  }
  return headers2;
}, RequestHeaders = class {
  #incoming;
  #rawHeaders;
  #headers;
  #invalidValue;
  constructor(incoming) {
    this.#incoming = incoming, incoming instanceof Http2ServerRequest && (this.#rawHeaders = incoming.rawHeaders.slice());
  }
  get #lazyRawHeaders() {
    return this.#rawHeaders ??= this.#incoming.rawHeaders.slice();
  }
  get #native() {
    return this.#headers || (this.#headers = materializeHeaders(this.#lazyRawHeaders), this.#rawHeaders = void 0), this.#headers;
  }
  #normalizedName(name) {
    if (typeof name == "string") {
      if (!validHeaderName.test(name)) throw new TypeError(`Invalid header name: ${name}`);
      return name.toLowerCase();
    }
  }
  #lookupHttp1(lowerName) {
    let headers2 = this.#incoming instanceof Http2ServerRequest ? void 0 : this.#incoming.headers;
    if (!headers2 || nonJoinedHeaders.has(lowerName) || lowerName === "set-cookie" || lowerName === "__proto__") return;
    if (!Object.hasOwn(headers2, lowerName)) return null;
    let rawValue = headers2[lowerName];
    if (typeof rawValue == "string") {
      let value = normalizeHeaderValue(rawValue);
      return forbiddenHeaderValue.test(value) ? void 0 : value;
    }
  }
  #lookup(rawHeaders, lowerName) {
    let separator = lowerName === "cookie" ? "; " : ", ", value = null;
    for (let i = 0; i < rawHeaders.length; i += 2) {
      let rawName = rawHeaders[i];
      if (rawName.length === lowerName.length && rawName.toLowerCase() === lowerName) {
        let rawValue = normalizeHeaderValue(rawHeaders[i + 1]);
        if (forbiddenHeaderValue.test(rawValue)) {
          this.#invalidValue = !0;
          return;
        }
        value = value === null ? rawValue : value + separator + rawValue;
      }
    }
    return value;
  }
  append(name, value) {
    this.#native.append(name, value);
  }
  delete(name) {
    this.#native.delete(name);
  }
  get(name) {
    let lowerName = this.#normalizedName(name);
    if (lowerName && !this.#headers && !this.#invalidValue) {
      let http1Value = this.#lookupHttp1(lowerName);
      if (http1Value !== void 0) return http1Value;
      let value = this.#lookup(this.#lazyRawHeaders, lowerName);
      if (value !== void 0) return value;
    }
    return this.#native.get(name);
  }
  has(name) {
    let lowerName = this.#normalizedName(name);
    if (lowerName && !this.#headers && !this.#invalidValue) {
      let http1Value = this.#lookupHttp1(lowerName);
      if (http1Value !== void 0) return http1Value !== null;
      let value = this.#lookup(this.#lazyRawHeaders, lowerName);
      if (value !== void 0) return value !== null;
    }
    return this.#native.has(name);
  }
  set(name, value) {
    this.#native.set(name, value);
  }
  getSetCookie() {
    return this.#native.getSetCookie();
  }
  keys() {
    return this.#native.keys();
  }
  values() {
    return this.#native.values();
  }
  entries() {
    return this.#native.entries();
  }
  forEach(callback, thisArg) {
    this.#native.forEach((value, key) => {
      callback.call(thisArg, value, key, this);
    });
  }
  [Symbol.iterator]() {
    return this.entries();
  }
};
Object.defineProperty(RequestHeaders.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Headers (lightweight) ${inspectFn(Object.fromEntries(this), {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(RequestHeaders.prototype, GlobalHeaders.prototype);
var newHeadersFromIncoming = (incoming) => globalThis.Headers === GlobalHeaders ? new RequestHeaders(incoming) : materializeHeaders(incoming.rawHeaders, globalThis.Headers), reValidRequestUrl = /^\/[!#$&-;=?-\[\]_a-z~]*$/, reDotSegment = /\/\.\.?(?:[/?#]|$)/, reValidHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/, validateRequestTarget = (target) => {
  let backslash = target.indexOf("\\");
  if (backslash !== -1) {
    let query = target.indexOf("?");
    if (query === -1 || backslash < query) throw new RequestError("Backslash in request path");
  }
}, buildUrl = (scheme, host, incomingUrl) => {
  let url = `${scheme}://${host}${incomingUrl}`;
  if (reValidHost.test(host)) {
    if (incomingUrl.length === 0) return url + "/";
    if (incomingUrl.charCodeAt(0) !== 47) throw new RequestError("Invalid URL");
    return !reValidRequestUrl.test(incomingUrl) || reDotSegment.test(incomingUrl) ? (validateRequestTarget(incomingUrl), new URL(url).href) : url;
  } else {
    validateRequestTarget(incomingUrl);
    let urlObj = new URL(url);
    if (urlObj.hostname.length !== host.length && urlObj.hostname !== (host.includes(":") ? host.replace(/:\d+$/, "") : host).toLowerCase()) throw new RequestError("Invalid host header");
    return urlObj.href;
  }
}, toRequestError = (e2) => e2 instanceof RequestError ? e2 : new RequestError(e2.message, { cause: e2 }), GlobalRequest = global.Request, Request$1 = class Request$12 extends GlobalRequest {
  static [Symbol.hasInstance](instance) {
    return this === Request$12 ? instance instanceof GlobalRequest || Function.prototype[Symbol.hasInstance].call(this, instance) : Function.prototype[Symbol.hasInstance].call(this, instance);
  }
  constructor(input, options) {
    if (typeof input == "object" && getRequestCache in input) {
      let hasReplacementBody = options !== void 0 && "body" in options && options.body != null;
      if (input[bodyConsumedDirectlyKey] && !hasReplacementBody) throw new TypeError("Cannot construct a Request with a Request object that has already been used.");
      input = input[getRequestCache]();
    }
    typeof options?.body?.getReader < "u" && (options.duplex ??= "half"), super(input, options);
  }
}, wrapBodyStream = /* @__PURE__ */ Symbol("wrapBodyStream"), byteExactEncodings = /* @__PURE__ */ new Set([
  "latin1",
  "binary",
  "hex",
  "base64",
  "base64url"
]), isByteExactEncoding = (encoding) => encoding === null || byteExactEncodings.has(encoding), bodyBufferedBeforeDisconnectKey = /* @__PURE__ */ Symbol("bodyBufferedBeforeDisconnect"), bodyBufferedLengthBeforeDisconnectKey = /* @__PURE__ */ Symbol("bodyBufferedLengthBeforeDisconnect"), toBufferChunk = (chunk, encoding) => Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding ?? "utf8"), isRecoverableDisconnectedIncoming = (incoming) => !(incoming instanceof Http2ServerRequest) && !!incoming.complete && !!incoming.readableAborted && typeof incoming.read == "function" && isByteExactEncoding(incoming.readableEncoding), recordBodyBufferedBeforeDisconnect = (incoming) => {
  if (incoming.readableDidRead || !isRecoverableDisconnectedIncoming(incoming)) return;
  let incomingWithRecovery = incoming;
  incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] ??= incoming.readableLength;
}, readBodyBufferedBeforeDisconnect = (incoming, chunks) => {
  if (incoming.readableDidRead && !chunks || !isRecoverableDisconnectedIncoming(incoming)) return;
  let incomingWithRecovery = incoming;
  if (incomingWithRecovery[bodyBufferedBeforeDisconnectKey] !== void 0) return incomingWithRecovery[bodyBufferedBeforeDisconnectKey];
  let result, errored = incoming.errored;
  if (errored && errored.code !== "ECONNRESET") result = errored;
  else if (incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] !== void 0 && incoming.readableLength !== incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey]) result = newBodyUnusableError();
  else {
    let bodyChunks = chunks ?? [], chunk;
    for (; (chunk = incoming.read()) !== null; ) bodyChunks.push(toBufferChunk(chunk, incoming.readableEncoding));
    let buffer = bodyChunks.length === 1 ? bodyChunks[0] : Buffer.concat(bodyChunks);
    result = buffer;
    let contentLength = incoming.headers["content-length"];
    if (typeof contentLength == "string" && /^\d+$/.test(contentLength)) {
      let expectedLength = Number(contentLength);
      Number.isSafeInteger(expectedLength) && buffer.length !== expectedLength && (result = newBodyUnusableError());
    }
  }
  return incomingWithRecovery[bodyBufferedBeforeDisconnectKey] = result, result;
}, enqueueBufferedBody = (controller, buffered) => {
  if (buffered instanceof Error) {
    controller.error(buffered);
    return;
  }
  buffered.length > 0 && controller.enqueue(buffered), controller.close();
}, newRequestFromIncoming = (method, url, headers2, incoming, abortController) => {
  let init = {
    method,
    headers: headers2,
    signal: abortController.signal
  };
  if (method === "TRACE") {
    init.method = "GET";
    let req = new Request$1(url, init);
    return Object.defineProperty(req, "method", { get() {
      return "TRACE";
    } }), req;
  }
  if (!(method === "GET" || method === "HEAD")) if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) init.body = new ReadableStream({ start(controller) {
    controller.enqueue(incoming.rawBody), controller.close();
  } });
  else if (incoming[wrapBodyStream]) {
    let reader;
    init.body = new ReadableStream({ async pull(controller) {
      try {
        if (!reader) {
          let buffered = readBodyBufferedBeforeDisconnect(incoming);
          if (buffered !== void 0) {
            enqueueBufferedBody(controller, buffered);
            return;
          }
        }
        reader ||= Readable.toWeb(incoming).getReader();
        let { done, value } = await reader.read();
        done ? controller.close() : controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    } });
  } else {
    let buffered = readBodyBufferedBeforeDisconnect(incoming);
    buffered !== void 0 ? init.body = new ReadableStream({ start(controller) {
      enqueueBufferedBody(controller, buffered);
    } }) : init.body = Readable.toWeb(incoming);
  }
  return new Request$1(url, init);
}, getRequestCache = /* @__PURE__ */ Symbol("getRequestCache"), requestCache = /* @__PURE__ */ Symbol("requestCache"), incomingKey = /* @__PURE__ */ Symbol("incomingKey"), urlKey = /* @__PURE__ */ Symbol("urlKey"), methodKey = /* @__PURE__ */ Symbol("methodKey"), headersKey = /* @__PURE__ */ Symbol("headersKey"), abortControllerKey = /* @__PURE__ */ Symbol("abortControllerKey"), getAbortController = /* @__PURE__ */ Symbol("getAbortController"), abortRequest = /* @__PURE__ */ Symbol("abortRequest"), bodyBufferKey = /* @__PURE__ */ Symbol("bodyBuffer"), bodyReadPromiseKey = /* @__PURE__ */ Symbol("bodyReadPromise"), bodyConsumedDirectlyKey = /* @__PURE__ */ Symbol("bodyConsumedDirectly"), bodyLockReaderKey = /* @__PURE__ */ Symbol("bodyLockReader"), abortReasonKey = /* @__PURE__ */ Symbol("abortReason"), newBodyUnusableError = () => /* @__PURE__ */ new TypeError("Body is unusable"), rejectBodyUnusable = () => Promise.reject(newBodyUnusableError()), textDecoder = new TextDecoder(), consumeBodyDirectOnce = (request) => {
  if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
  request[bodyConsumedDirectlyKey] = !0;
}, toArrayBuffer = (buf2) => buf2.buffer.slice(buf2.byteOffset, buf2.byteOffset + buf2.byteLength), contentType = (request) => (request[headersKey] ||= newHeadersFromIncoming(request[incomingKey])).get("content-type") || "", methodTokenRegExp = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, normalizeIncomingMethod = (method) => {
  if (typeof method != "string" || method.length === 0) return "GET";
  switch (method) {
    case "DELETE":
    case "GET":
    case "HEAD":
    case "OPTIONS":
    case "PATCH":
    case "POST":
    case "PUT":
    case "QUERY":
      return method;
  }
  let upper = method.toUpperCase();
  switch (upper) {
    case "DELETE":
    case "GET":
    case "HEAD":
    case "OPTIONS":
    case "POST":
    case "PUT":
      return upper;
    default:
      return method;
  }
}, validateDirectReadMethod = (method) => {
  if (!methodTokenRegExp.test(method)) return /* @__PURE__ */ new TypeError(`'${method}' is not a valid HTTP method.`);
  let normalized = method.toUpperCase();
  if (normalized === "CONNECT" || normalized === "TRACK" || normalized === "TRACE" && method !== "TRACE") return /* @__PURE__ */ new TypeError(`'${method}' HTTP method is unsupported.`);
}, readBodyWithFastPath = (request, method, fromBuffer) => {
  if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
  let methodName = request.method;
  if (methodName === "GET" || methodName === "HEAD") return request[getRequestCache]()[method]();
  let methodValidationError = validateDirectReadMethod(methodName);
  if (methodValidationError) return Promise.reject(methodValidationError);
  if (request[requestCache] && methodName !== "TRACE")
    return request[requestCache][method]();
  let alreadyUsedError = consumeBodyDirectOnce(request);
  if (alreadyUsedError) return alreadyUsedError;
  let raw2 = readRawBodyIfAvailable(request);
  if (raw2) {
    let result = Promise.resolve(fromBuffer(raw2, request));
    return request[bodyBufferKey] = void 0, result;
  }
  return readBodyDirect(request).then((buf2) => {
    let result = fromBuffer(buf2, request);
    return request[bodyBufferKey] = void 0, result;
  });
}, readRawBodyIfAvailable = (request) => {
  let incoming = request[incomingKey];
  if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) return incoming.rawBody;
}, normalizeAbortError = (request, incoming) => {
  if (incoming.errored) return incoming.errored;
  let reason = request[abortReasonKey];
  return reason !== void 0 ? reason instanceof Error ? reason : new Error(String(reason)) : /* @__PURE__ */ new Error("Client connection prematurely closed.");
}, readBodyDirect = (request) => {
  if (request[bodyBufferKey]) return Promise.resolve(request[bodyBufferKey]);
  if (request[bodyReadPromiseKey]) return request[bodyReadPromiseKey];
  let incoming = request[incomingKey];
  if (incoming.readableDidRead) return rejectBodyUnusable();
  let buffered = readBodyBufferedBeforeDisconnect(incoming);
  if (buffered !== void 0)
    return buffered instanceof Error ? Promise.reject(buffered) : (request[bodyBufferKey] = buffered, Promise.resolve(buffered));
  let promise = new Promise((resolve, reject) => {
    let chunks = [], settled = !1, finish = (callback) => {
      settled || (settled = !0, cleanup(), callback());
    }, recoverCompleteBodyAfterDisconnect = (error) => {
      let streamError = incoming.errored ?? error;
      return !isRecoverableDisconnectedIncoming(incoming) || streamError && streamError.code !== "ECONNRESET" ? !1 : (finish(() => {
        let recovered = readBodyBufferedBeforeDisconnect(incoming, chunks);
        recovered instanceof Error ? reject(recovered) : recovered === void 0 ? reject(error ?? normalizeAbortError(request, incoming)) : (request[bodyBufferKey] = recovered, resolve(recovered));
      }), !0);
    }, onData = (chunk) => {
      chunks.push(toBufferChunk(chunk, incoming.readableEncoding));
    }, onEnd = () => {
      finish(() => {
        let buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
        request[bodyBufferKey] = buffer, resolve(buffer);
      });
    }, onError = (error) => {
      recoverCompleteBodyAfterDisconnect(error) || finish(() => {
        reject(error);
      });
    }, onClose = () => {
      if (incoming.readableEnded) {
        onEnd();
        return;
      }
      recoverCompleteBodyAfterDisconnect() || finish(() => {
        reject(normalizeAbortError(request, incoming));
      });
    }, cleanup = () => {
      incoming.off("data", onData), incoming.off("end", onEnd), incoming.off("error", onError), incoming.off("close", onClose), request[bodyReadPromiseKey] = void 0;
    };
    incoming.on("data", onData), incoming.on("end", onEnd), incoming.on("error", onError), incoming.on("close", onClose), queueMicrotask(() => {
      settled || (incoming.readableEnded ? onEnd() : incoming.errored ? onError(incoming.errored) : incoming.destroyed && onClose());
    });
  });
  return request[bodyReadPromiseKey] = promise, promise;
}, requestPrototype = {
  get method() {
    return this[methodKey];
  },
  get url() {
    return this[urlKey];
  },
  get headers() {
    return this[headersKey] ||= newHeadersFromIncoming(this[incomingKey]);
  },
  [abortRequest](reason) {
    this[abortReasonKey] === void 0 && (this[abortReasonKey] = reason);
    let abortController = this[abortControllerKey];
    abortController && !abortController.signal.aborted && abortController.abort(reason);
  },
  [getAbortController]() {
    return this[abortControllerKey] ||= new AbortController(), this[abortReasonKey] !== void 0 && !this[abortControllerKey].signal.aborted && this[abortControllerKey].abort(this[abortReasonKey]), this[abortControllerKey];
  },
  [getRequestCache]() {
    let abortController = this[getAbortController]();
    if (this[requestCache]) return this[requestCache];
    let method = this.method;
    if (this[bodyConsumedDirectlyKey] && !(method === "GET" || method === "HEAD")) {
      this[bodyBufferKey] = void 0;
      let init = {
        method: method === "TRACE" ? "GET" : method,
        headers: this.headers,
        signal: abortController.signal
      };
      method !== "TRACE" && (init.body = new ReadableStream({ start(c) {
        c.close();
      } }), init.duplex = "half");
      let req = new Request$1(this[urlKey], init);
      return method === "TRACE" && Object.defineProperty(req, "method", { get() {
        return "TRACE";
      } }), this[requestCache] = req;
    }
    return this[requestCache] = newRequestFromIncoming(this.method, this[urlKey], this.headers, this[incomingKey], abortController);
  },
  get body() {
    if (!this[bodyConsumedDirectlyKey]) return this[getRequestCache]().body;
    let request = this[getRequestCache]();
    return !this[bodyLockReaderKey] && request.body && (this[bodyLockReaderKey] = request.body.getReader()), request.body;
  },
  get bodyUsed() {
    return this[bodyConsumedDirectlyKey] ? !0 : this[requestCache] ? this[requestCache].bodyUsed : !1;
  }
};
Object.defineProperty(requestPrototype, "signal", { get() {
  return this[getAbortController]().signal;
} });
[
  "cache",
  "credentials",
  "destination",
  "duplex",
  "integrity",
  "mode",
  "redirect",
  "referrer",
  "referrerPolicy",
  "keepalive"
].forEach((k2) => {
  Object.defineProperty(requestPrototype, k2, { get() {
    return this[getRequestCache]()[k2];
  } });
});
["clone", "formData"].forEach((k2) => {
  Object.defineProperty(requestPrototype, k2, { value: function() {
    if (this[bodyConsumedDirectlyKey]) {
      if (k2 === "clone") throw newBodyUnusableError();
      return rejectBodyUnusable();
    }
    return this[getRequestCache]()[k2]();
  } });
});
Object.defineProperty(requestPrototype, "text", { value: function() {
  return readBodyWithFastPath(this, "text", (buf2) => textDecoder.decode(buf2));
} });
Object.defineProperty(requestPrototype, "arrayBuffer", { value: function() {
  return readBodyWithFastPath(this, "arrayBuffer", (buf2) => toArrayBuffer(buf2));
} });
Object.defineProperty(requestPrototype, "blob", { value: function() {
  return readBodyWithFastPath(this, "blob", (buf2, request) => {
    let type = contentType(request), init = type ? { headers: { "content-type": type } } : void 0;
    return new Response(buf2, init).blob();
  });
} });
Object.defineProperty(requestPrototype, "bytes", { value: function() {
  return this.arrayBuffer().then((buf2) => new Uint8Array(buf2));
} });
Object.defineProperty(requestPrototype, "json", { value: function() {
  return this[bodyConsumedDirectlyKey] ? rejectBodyUnusable() : this.text().then(JSON.parse);
} });
Object.defineProperty(requestPrototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Request (lightweight) ${inspectFn({
    method: this.method,
    url: this.url,
    headers: this.headers,
    nativeRequest: this[requestCache]
  }, {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(requestPrototype, Request$1.prototype);
var newRequest = (incoming, defaultHostname) => {
  let req = Object.create(requestPrototype);
  req[incomingKey] = incoming, req[methodKey] = normalizeIncomingMethod(incoming.method);
  let incomingUrl = incoming.url || "";
  if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
    if (incoming instanceof Http2ServerRequest) throw new RequestError("Absolute URL for :path is not allowed in HTTP/2");
    try {
      validateRequestTarget(incomingUrl), req[urlKey] = new URL(incomingUrl).href;
    } catch (e2) {
      throw new RequestError("Invalid absolute URL", { cause: e2 });
    }
    return req;
  }
  let host = (incoming instanceof Http2ServerRequest ? incoming.authority : incoming.headers.host) || defaultHostname;
  if (!host) throw new RequestError("Missing host header");
  let scheme;
  if (incoming instanceof Http2ServerRequest) {
    if (scheme = incoming.scheme, !(scheme === "http" || scheme === "https")) throw new RequestError("Unsupported scheme");
  } else scheme = incoming.socket && incoming.socket.encrypted ? "https" : "http";
  try {
    req[urlKey] = buildUrl(scheme, host, incomingUrl);
  } catch (e2) {
    throw e2 instanceof RequestError ? e2 : new RequestError("Invalid URL", { cause: e2 });
  }
  return req;
}, defaultContentType = "text/plain; charset=UTF-8", responseCache = /* @__PURE__ */ Symbol("responseCache"), getResponseCache = /* @__PURE__ */ Symbol("getResponseCache"), cacheKey = /* @__PURE__ */ Symbol("cache"), GlobalResponse = global.Response, Response$1 = class Response$12 {
  #body;
  #init;
  static [Symbol.hasInstance](instance) {
    return this === Response$12 ? instance instanceof GlobalResponse || Function.prototype[Symbol.hasInstance].call(this, instance) : Function.prototype[Symbol.hasInstance].call(this, instance);
  }
  [getResponseCache]() {
    let cache2 = this[cacheKey], liveHeaders = cache2 && cache2[2] instanceof Headers ? cache2[2] : void 0;
    return delete this[cacheKey], this[responseCache] ||= new GlobalResponse(this.#body, liveHeaders ? {
      status: this.#init?.status,
      statusText: this.#init?.statusText,
      headers: liveHeaders
    } : this.#init);
  }
  constructor(body, init) {
    let headers2;
    if (this.#body = body, init instanceof GlobalResponse) {
      let cachedGlobalResponse = init[responseCache];
      if (cachedGlobalResponse) {
        this.#init = cachedGlobalResponse, this[getResponseCache]();
        return;
      }
      this.#init = #init in init ? init.#init : init, headers2 = new Headers(init.headers);
    } else this.#init = init;
    (body == null || typeof body == "string" || typeof body?.getReader < "u" || body instanceof Blob || body instanceof Uint8Array) && (this[cacheKey] = [
      init?.status || 200,
      body ?? null,
      headers2 || init?.headers
    ]);
  }
  get headers() {
    let cache2 = this[cacheKey];
    return cache2 ? (cache2[2] instanceof Headers || (cache2[2] = new Headers(cache2[2] || (cache2[1] === null ? void 0 : { "content-type": defaultContentType }))), cache2[2]) : this[getResponseCache]().headers;
  }
  get status() {
    return this[cacheKey]?.[0] ?? this[getResponseCache]().status;
  }
  get ok() {
    let status = this.status;
    return status >= 200 && status < 300;
  }
};
[
  "body",
  "bodyUsed",
  "redirected",
  "statusText",
  "trailers",
  "type",
  "url"
].forEach((k2) => {
  Object.defineProperty(Response$1.prototype, k2, { get() {
    return this[getResponseCache]()[k2];
  } });
});
[
  "arrayBuffer",
  "blob",
  "bytes",
  "clone",
  "formData",
  "json",
  "text"
].forEach((k2) => {
  Object.defineProperty(Response$1.prototype, k2, { value: function() {
    return this[getResponseCache]()[k2]();
  } });
});
Object.defineProperty(Response$1.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Response (lightweight) ${inspectFn({
    status: this.status,
    headers: this.headers,
    ok: this.ok,
    nativeResponse: this[responseCache]
  }, {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(Response$1, GlobalResponse);
Object.setPrototypeOf(Response$1.prototype, GlobalResponse.prototype);
var validRedirectUrl = /^https?:\/\/[!#-;=?-[\]_a-z~A-Z]+$/, parseRedirectUrl = (url) => url instanceof URL ? url.href : validRedirectUrl.test(url) ? url : new URL(url).href, validRedirectStatuses = /* @__PURE__ */ new Set([
  301,
  302,
  303,
  307,
  308
]);
Object.defineProperty(Response$1, "redirect", {
  value: function(url, status = 302) {
    if (!validRedirectStatuses.has(status)) throw new RangeError("Invalid status code");
    return new Response$1(null, {
      status,
      headers: { location: parseRedirectUrl(url) }
    });
  },
  writable: !0,
  configurable: !0
});
Object.defineProperty(Response$1, "json", {
  value: function(data, init) {
    let body = JSON.stringify(data);
    if (body === void 0) throw new TypeError("The data is not JSON serializable");
    let initHeaders = init?.headers, headers2;
    return initHeaders ? (headers2 = new Headers(initHeaders), headers2.has("content-type") || headers2.set("content-type", "application/json")) : headers2 = { "content-type": "application/json" }, new Response$1(body, {
      status: init?.status ?? 200,
      statusText: init?.statusText,
      headers: headers2
    });
  },
  writable: !0,
  configurable: !0
});
async function readWithoutBlocking(readPromise) {
  return Promise.race([readPromise, Promise.resolve().then(() => Promise.resolve(void 0))]);
}
function writeFromReadableStreamDefaultReader(reader, writable, currentReadPromise) {
  let cancel = (error) => {
    reader.cancel(error).catch(() => {
    });
  }, stream = writable.stream;
  if (writable.destroyed || stream?.closed || stream?.destroyed)
    return cancel(), reader.closed;
  return writable.on("close", cancel), writable.on("error", cancel), (currentReadPromise ?? reader.read()).then(flow, handleStreamError), reader.closed.finally(() => {
    writable.off("close", cancel), writable.off("error", cancel);
  });
  function handleStreamError(error) {
    error && writable.destroy(error);
  }
  function onDrain() {
    reader.read().then(flow, handleStreamError);
  }
  function flow({ done, value }) {
    try {
      done ? writable.end() : writable.write(value) ? reader.read().then(flow, handleStreamError) : writable.once("drain", onDrain);
    } catch (e2) {
      handleStreamError(e2);
    }
  }
}
function writeFromReadableStream(stream, writable) {
  if (stream.locked) throw new TypeError("ReadableStream is locked.");
  if (writable.destroyed) {
    stream.cancel().catch(() => {
    });
    return;
  }
  return writeFromReadableStreamDefaultReader(stream.getReader(), writable);
}
var buildOutgoingHttpHeaders = (headers2, defaultContentType2) => {
  let res = {};
  if (headers2 instanceof Headers || (headers2 = new Headers(headers2 ?? void 0)), headers2.has("set-cookie")) {
    let cookies = [];
    for (let [k2, v] of headers2) k2 === "set-cookie" ? cookies.push(v) : res[k2] = v;
    cookies.length > 0 && (res["set-cookie"] = cookies);
  } else for (let [k2, v] of headers2) res[k2] = v;
  return defaultContentType2 && (res["content-type"] ??= defaultContentType2), res;
}, outgoingEnded = /* @__PURE__ */ Symbol("outgoingEnded"), incomingDraining = /* @__PURE__ */ Symbol("incomingDraining"), DRAIN_TIMEOUT_MS = 500, MAX_DRAIN_BYTES = 64 * 1024 * 1024, drainIncoming = (incoming) => {
  let incomingWithDrainState = incoming;
  if (incoming.destroyed || incomingWithDrainState[incomingDraining]) return;
  if (incomingWithDrainState[incomingDraining] = !0, incoming instanceof Http2ServerRequest) {
    try {
      incoming.stream?.close?.(constants.NGHTTP2_NO_ERROR);
    } catch {
    }
    return;
  }
  let bytesRead = 0, cleanup = () => {
    clearTimeout(timer), incoming.off("data", onData), incoming.off("end", cleanup), incoming.off("error", cleanup);
  }, forceClose = () => {
    cleanup();
    let socket = incoming.socket;
    socket && !socket.destroyed && (typeof socket.destroySoon == "function" ? socket.destroySoon() : typeof socket.destroy == "function" && socket.destroy());
  }, timer = setTimeout(forceClose, DRAIN_TIMEOUT_MS);
  timer.unref?.();
  let onData = (chunk) => {
    bytesRead += chunk.length, bytesRead > MAX_DRAIN_BYTES && forceClose();
  };
  incoming.on("data", onData), incoming.on("end", cleanup), incoming.on("error", cleanup), incoming.resume();
}, makeCloseHandler = (req, incoming, outgoing2, needsBodyCleanup) => () => {
  incoming.errored ? (recordBodyBufferedBeforeDisconnect(incoming), req[abortRequest](incoming.errored.toString())) : (!outgoing2.writableFinished || incoming instanceof Http2ServerRequest && incoming.aborted) && (recordBodyBufferedBeforeDisconnect(incoming), req[abortRequest]("Client connection prematurely closed.")), needsBodyCleanup && !incoming.readableEnded && setTimeout(() => {
    incoming.readableEnded || setTimeout(() => {
      drainIncoming(incoming);
    });
  });
}, isImmediateCacheableResponse = (res) => {
  if (!(cacheKey in res)) return !1;
  let body = res[cacheKey][1];
  return body === null || typeof body == "string" || body instanceof Uint8Array;
}, handleRequestError = () => new Response(null, { status: 400 }), handleFetchError = (e2) => new Response(null, { status: e2 instanceof Error && (e2.name === "TimeoutError" || e2.constructor.name === "TimeoutError") ? 504 : 500 }), handleResponseError = (e2, outgoing2) => {
  let err = e2 instanceof Error ? e2 : new Error("unknown error", { cause: e2 });
  err.code === "ERR_STREAM_PREMATURE_CLOSE" ? console.info("The user aborted a request.") : (console.error(e2), outgoing2.headersSent || (outgoing2 instanceof ServerResponse && (outgoing2._contentLength = null), outgoing2.writeHead(500, { "Content-Type": "text/plain" })), outgoing2.end(`Error: ${err.message}`), outgoing2.destroy(err));
}, flushHeaders = (outgoing2) => {
  "flushHeaders" in outgoing2 && outgoing2.writable && outgoing2.flushHeaders();
}, trySetContentLength = (outgoing2, status, length2) => {
  let http1 = outgoing2;
  return http1._contentLength === null && http1._hasBody && http1.useChunkedEncodingByDefault && !http1._removedContLen && status >= 200 && status !== 204 && status !== 304 && !outgoing2.hasHeader("content-length") && !outgoing2.hasHeader("transfer-encoding") && !outgoing2.hasHeader("trailer") ? (http1._contentLength = length2, !0) : !1;
}, writeDefaultHeaders = (outgoing2, status, length2) => {
  trySetContentLength(outgoing2, status, length2) ? outgoing2.writeHead(status, { "Content-Type": defaultContentType }) : outgoing2.writeHead(status, {
    "Content-Type": defaultContentType,
    "Content-Length": length2
  });
}, responseViaCache = async (res, outgoing2) => {
  let [status, body, header] = res[cacheKey];
  if (!header) {
    body === null ? (outgoing2.writeHead(status), outgoing2.end()) : typeof body == "string" ? (writeDefaultHeaders(outgoing2, status, Buffer.byteLength(body)), outgoing2.end(body)) : body instanceof Uint8Array ? (writeDefaultHeaders(outgoing2, status, body.byteLength), outgoing2.end(body)) : body instanceof Blob ? (writeDefaultHeaders(outgoing2, status, body.size), outgoing2.end(new Uint8Array(await body.arrayBuffer()))) : (outgoing2.writeHead(status, { "Content-Type": defaultContentType }), flushHeaders(outgoing2), await writeFromReadableStream(body, outgoing2)?.catch((e2) => handleResponseError(e2, outgoing2))), outgoing2[outgoingEnded]?.();
    return;
  }
  let hasContentLength = !1, plainHeaders = !1, canAutoLength = !0;
  if (header instanceof Headers)
    hasContentLength = header.has("content-length"), header = buildOutgoingHttpHeaders(header, body === null ? void 0 : defaultContentType);
  else if (Array.isArray(header)) {
    let headerObj = new Headers(header);
    hasContentLength = headerObj.has("content-length"), header = buildOutgoingHttpHeaders(headerObj, body === null ? void 0 : defaultContentType);
  } else {
    plainHeaders = !0;
    for (let key in header) {
      if (key.length === 14 && key.toLowerCase() === "content-length") {
        hasContentLength = !0;
        break;
      }
      (key.length === 17 && key.toLowerCase() === "transfer-encoding" || key.length === 7 && key.toLowerCase() === "trailer") && (canAutoLength = !1);
    }
  }
  if (!hasContentLength) {
    let length2;
    typeof body == "string" ? length2 = Buffer.byteLength(body) : body instanceof Uint8Array ? length2 = body.byteLength : body instanceof Blob && (length2 = body.size), length2 !== void 0 && (!plainHeaders || !canAutoLength || !trySetContentLength(outgoing2, status, length2)) && (plainHeaders && (header = { ...header }), header["Content-Length"] = length2);
  }
  outgoing2.writeHead(status, header), body == null ? outgoing2.end() : typeof body == "string" || body instanceof Uint8Array ? outgoing2.end(body) : body instanceof Blob ? outgoing2.end(new Uint8Array(await body.arrayBuffer())) : (flushHeaders(outgoing2), await writeFromReadableStream(body, outgoing2)?.catch((e2) => handleResponseError(e2, outgoing2))), outgoing2[outgoingEnded]?.();
}, isPromise = (res) => typeof res.then == "function", responseViaResponseObject = async (res, outgoing2, options = {}) => {
  if (isPromise(res)) if (options.errorHandler) try {
    res = await res;
  } catch (err) {
    let errRes = await options.errorHandler(err);
    if (!errRes) return;
    res = errRes;
  }
  else res = await res.catch(handleFetchError);
  if (cacheKey in res) return responseViaCache(res, outgoing2);
  let resHeaderRecord = buildOutgoingHttpHeaders(res.headers, res.body === null ? void 0 : defaultContentType);
  if (res.body) {
    let reader = res.body.getReader(), values = [], done = !1, currentReadPromise;
    if (resHeaderRecord["transfer-encoding"] !== "chunked") {
      let maxReadCount = 2;
      for (let i = 0; i < maxReadCount; i++) {
        currentReadPromise ||= reader.read();
        let chunk = await readWithoutBlocking(currentReadPromise);
        if (!chunk) {
          if (i === 1) {
            await new Promise((resolve) => setTimeout(resolve)), maxReadCount = 3;
            continue;
          }
          break;
        }
        if (currentReadPromise = void 0, chunk.value && values.push(chunk.value), chunk.done) {
          done = !0;
          break;
        }
      }
      done && !("content-length" in resHeaderRecord) && (resHeaderRecord["content-length"] = values.reduce((acc, value) => acc + value.length, 0));
    }
    outgoing2.writeHead(res.status, resHeaderRecord), values.forEach((value) => {
      outgoing2.write(value);
    }), done ? outgoing2.end() : (values.length === 0 && flushHeaders(outgoing2), await writeFromReadableStreamDefaultReader(reader, outgoing2, currentReadPromise));
  } else resHeaderRecord[X_ALREADY_SENT] || (outgoing2.writeHead(res.status, resHeaderRecord), outgoing2.end());
  outgoing2[outgoingEnded]?.();
}, getRequestListener = (fetchCallback, options = {}) => {
  let autoCleanupIncoming = options.autoCleanupIncoming ?? !0;
  return options.overrideGlobalObjects !== !1 && global.Request !== Request$1 && (Object.defineProperty(global, "Request", { value: Request$1 }), Object.defineProperty(global, "Response", { value: Response$1 })), async (incoming, outgoing2) => {
    let res, req, needsBodyCleanup = !1, closeHandlerAttached = !1, ensureCloseHandler = () => {
      !req || closeHandlerAttached || (closeHandlerAttached = !0, outgoing2.on("close", makeCloseHandler(req, incoming, outgoing2, needsBodyCleanup)));
    };
    try {
      if (req = newRequest(incoming, options.hostname), needsBodyCleanup = autoCleanupIncoming && !(incoming.method === "GET" || incoming.method === "HEAD"), needsBodyCleanup && (incoming[wrapBodyStream] = !0, incoming instanceof Http2ServerRequest && (outgoing2[outgoingEnded] = () => {
        incoming.readableEnded || setTimeout(() => {
          incoming.readableEnded || setTimeout(() => {
            incoming.destroy(), outgoing2.destroy();
          });
        });
      })), res = fetchCallback(req, {
        incoming,
        outgoing: outgoing2
      }), !isPromise(res) && isImmediateCacheableResponse(res))
        return needsBodyCleanup && !incoming.readableEnded && outgoing2.once("finish", () => {
          incoming.readableEnded || drainIncoming(incoming);
        }), responseViaCache(res, outgoing2);
      ensureCloseHandler();
    } catch (e2) {
      if (res) return handleResponseError(e2, outgoing2);
      if (options.errorHandler) {
        if (ensureCloseHandler(), res = await options.errorHandler(req ? e2 : toRequestError(e2)), !res) return;
      } else req ? res = handleFetchError(e2) : res = handleRequestError();
    }
    try {
      return await responseViaResponseObject(res, outgoing2, options);
    } catch (e2) {
      return handleResponseError(e2, outgoing2);
    }
  };
}, CloseEvent = globalThis.CloseEvent ?? class extends Event {
  #eventInitDict;
  constructor(type, eventInitDict = {}) {
    super(type, eventInitDict), this.#eventInitDict = eventInitDict;
  }
  get wasClean() {
    return this.#eventInitDict.wasClean ?? !1;
  }
  get code() {
    return this.#eventInitDict.code ?? 0;
  }
  get reason() {
    return this.#eventInitDict.reason ?? "";
  }
}, ErrorEvent = globalThis.ErrorEvent ?? class extends Event {
  #eventInitDict;
  constructor(type, eventInitDict = {}) {
    super(type, eventInitDict), this.#eventInitDict = eventInitDict;
  }
  get message() {
    return this.#eventInitDict.message ?? "";
  }
  get filename() {
    return this.#eventInitDict.filename ?? "";
  }
  get lineno() {
    return this.#eventInitDict.lineno ?? 0;
  }
  get colno() {
    return this.#eventInitDict.colno ?? 0;
  }
  get error() {
    return this.#eventInitDict.error ?? null;
  }
}, generateConnectionSymbol = () => /* @__PURE__ */ Symbol("connection"), CONNECTION_SYMBOL_KEY = /* @__PURE__ */ Symbol("CONNECTION_SYMBOL_KEY"), WAIT_FOR_WEBSOCKET_SYMBOL = /* @__PURE__ */ Symbol("WAIT_FOR_WEBSOCKET_SYMBOL"), responseHeadersToSkip = /* @__PURE__ */ new Set([
  "connection",
  "content-length",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "sec-websocket-accept",
  "sec-websocket-extensions",
  "sec-websocket-protocol"
]), appendResponseHeaders = (headers2, responseHeaders) => {
  responseHeaders && responseHeaders.forEach((value, key) => {
    responseHeadersToSkip.has(key.toLowerCase()) || headers2.push(`${key}: ${value}`);
  });
}, rejectUpgradeRequest = (socket, status, responseHeaders) => {
  if (socket.destroyed) return;
  let responseLines = ["Connection: close", "Content-Length: 0"];
  appendResponseHeaders(responseLines, responseHeaders), socket.end(`HTTP/1.1 ${status.toString()} ${STATUS_CODES[status] ?? ""}\r
${responseLines.join(`\r
`)}\r
\r
`);
}, createUpgradeRequest = (request) => {
  let protocol = request.socket.encrypted ? "https" : "http", incomingUrl = request.url ?? "/", url;
  incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://")) ? (validateRequestTarget(incomingUrl), url = new URL(incomingUrl).href) : url = buildUrl(protocol, request.headers.host ?? "localhost", incomingUrl);
  let headers2 = new Headers();
  for (let key in request.headers) {
    let value = request.headers[key];
    value && headers2.append(key, Array.isArray(value) ? value[0] : value);
  }
  return new Request(url, { headers: headers2 });
}, setupWebSocket = (options) => {
  let { server, fetchCallback, wss } = options, waiterMap = /* @__PURE__ */ new Map();
  wss.on("connection", (ws, request) => {
    let waiter = waiterMap.get(request);
    waiter && (waiter.resolve(ws), waiterMap.delete(request));
  });
  let rejectWaiter = (request) => {
    let waiter = waiterMap.get(request);
    waiter && (waiterMap.delete(request), waiter.reject(/* @__PURE__ */ new Error("WebSocket handshake aborted")));
  }, waitForWebSocket = (request, connectionSymbol) => new Promise((resolve, reject) => {
    waiterMap.set(request, {
      resolve,
      reject,
      connectionSymbol
    });
  });
  server.on("upgrade", async (request, socket, head) => {
    if (request.headers.upgrade?.toLowerCase() !== "websocket") return;
    let ignoreSocketError = () => {
    }, reclaimWaiterOnClose = () => rejectWaiter(request);
    socket.on("error", ignoreSocketError), socket.once("close", reclaimWaiterOnClose);
    let env = {
      incoming: request,
      outgoing: void 0,
      wss,
      [WAIT_FOR_WEBSOCKET_SYMBOL]: waitForWebSocket
    }, status = 400, responseHeaders;
    try {
      let response = await fetchCallback(createUpgradeRequest(request), env);
      response instanceof Response && (status = response.status, responseHeaders = response.headers);
    } catch (error) {
      server.listenerCount("upgrade") === 1 && rejectUpgradeRequest(socket, error instanceof RequestError ? 400 : 500);
      return;
    }
    if (socket.destroyed) {
      rejectWaiter(request);
      return;
    }
    let waiter = waiterMap.get(request);
    if (!waiter || waiter.connectionSymbol !== env[CONNECTION_SYMBOL_KEY]) {
      rejectWaiter(request), server.listenerCount("upgrade") === 1 && rejectUpgradeRequest(socket, status, responseHeaders);
      return;
    }
    let addResponseHeaders = (headers2) => {
      appendResponseHeaders(headers2, responseHeaders);
    };
    wss.on("headers", addResponseHeaders);
    try {
      wss.handleUpgrade(request, socket, head, (ws) => {
        socket.off("close", reclaimWaiterOnClose), socket.off("error", ignoreSocketError), wss.emit("connection", ws, request);
      });
    } finally {
      wss.off("headers", addResponseHeaders);
    }
  }), server.on("close", () => {
    wss.close();
  });
}, upgradeWebSocket = defineWebSocketHelper(async (c, events, options) => {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return;
  let env = c.env, waitForWebSocket = env[WAIT_FOR_WEBSOCKET_SYMBOL];
  if (!waitForWebSocket || !env.incoming) return new Response(null, { status: 500 });
  let connectionSymbol = generateConnectionSymbol();
  return env[CONNECTION_SYMBOL_KEY] = connectionSymbol, (async () => {
    let ws;
    try {
      ws = await waitForWebSocket(env.incoming, connectionSymbol);
    } catch {
      return;
    }
    let messagesReceivedInStarting = [], bufferMessage = (data, isBinary) => {
      messagesReceivedInStarting.push([data, isBinary]);
    };
    ws.on("message", bufferMessage);
    let ctx = {
      binaryType: "arraybuffer",
      close(code, reason) {
        ws.close(code, reason);
      },
      protocol: ws.protocol,
      raw: ws,
      get readyState() {
        return ws.readyState;
      },
      send(source, opts) {
        ws.send(source, { compress: opts?.compress });
      },
      url: new URL(c.req.url)
    };
    try {
      events?.onOpen?.(new Event("open"), ctx);
    } catch (e2) {
      (options?.onError ?? console.error)(e2);
    }
    let handleMessage = (data, isBinary) => {
      let datas = Array.isArray(data) ? data : [data];
      for (let data2 of datas) try {
        events?.onMessage?.(new MessageEvent("message", { data: isBinary ? data2 instanceof ArrayBuffer ? data2 : data2.buffer.slice(data2.byteOffset, data2.byteOffset + data2.byteLength) : typeof data2 == "string" ? data2 : Buffer.from(data2).toString("utf-8") }), ctx);
      } catch (e2) {
        (options?.onError ?? console.error)(e2);
      }
    };
    ws.off("message", bufferMessage);
    for (let message3 of messagesReceivedInStarting) handleMessage(...message3);
    ws.on("message", (data, isBinary) => {
      handleMessage(data, isBinary);
    }), ws.on("close", (code, reason) => {
      try {
        events?.onClose?.(new CloseEvent("close", {
          code,
          reason: reason.toString()
        }), ctx);
      } catch (e2) {
        (options?.onError ?? console.error)(e2);
      }
    }), ws.on("error", (error) => {
      try {
        events?.onError?.(new ErrorEvent("error", { error }), ctx);
      } catch (e2) {
        (options?.onError ?? console.error)(e2);
      }
    });
  })(), new Response();
}), createAdaptorServer = (options) => {
  let fetchCallback = options.fetch, requestListener = getRequestListener(fetchCallback, {
    hostname: options.hostname,
    overrideGlobalObjects: options.overrideGlobalObjects,
    autoCleanupIncoming: options.autoCleanupIncoming
  }), server = (options.createServer || createServer)(options.serverOptions || {}, requestListener);
  if (options.websocket && options.websocket.server) {
    if (options.websocket.server.options.noServer !== !0) throw new Error("WebSocket server must be created with { noServer: true } option");
    setupWebSocket({
      server,
      fetchCallback,
      wss: options.websocket.server
    });
  }
  return server;
}, serve = (options, listeningListener) => {
  let server = createAdaptorServer(options);
  return server.listen(options?.port ?? 3e3, options.hostname, () => {
    let serverInfo = server.address();
    listeningListener && listeningListener(serverInfo);
  }), server;
};

// node_modules/hono/dist/http-exception.js
var HTTPException = class extends Error {
  res;
  status;
  /**
  * Creates an instance of `HTTPException`.
  * @param status - HTTP status code for the exception. Defaults to 500.
  * @param options - Additional options for the exception.
  */
  constructor(status = 500, options) {
    super(options?.message, { cause: options?.cause }), this.res = options?.res, this.status = status;
  }
  /**
  * Returns the response object associated with the exception.
  * If a response object is not provided, a new response is created with the error message and status code.
  * @returns The response object.
  */
  getResponse() {
    return this.res ? new Response(this.res.body, {
      status: this.status,
      headers: this.res.headers
    }) : new Response(this.message, { status: this.status });
  }
};

// node_modules/hono/dist/request/constants.js
var GET_MATCH_RESULT = /* @__PURE__ */ Symbol();

// node_modules/hono/dist/utils/buffer.js
var bufferToFormData = (arrayBuffer, contentType2) => new Response(arrayBuffer, { headers: { "Content-Type": contentType2.replace(/^[^;]+/, (mediaType) => mediaType.toLowerCase()) } }).formData();

// node_modules/hono/dist/utils/body.js
var MAX_NESTED_OBJECTS = 1e4, isRawRequest = (request) => "headers" in request, parseBody = async (request, options = /* @__PURE__ */ Object.create(null)) => {
  let { all = !1, dot = !1 } = options, mediaType = (isRawRequest(request) ? request.headers : request.raw.headers).get("Content-Type")?.split(";")[0].trim().toLowerCase();
  return mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded" ? parseFormData(request, {
    all,
    dot
  }) : {};
};
async function parseFormData(request, options) {
  if (!isRawRequest(request) && request.bodyCache.formData) return convertFormDataToBodyData(await request.bodyCache.formData, options);
  let headers2 = isRawRequest(request) ? request.headers : request.raw.headers, arrayBuffer = await request.arrayBuffer(), formDataPromise = bufferToFormData(arrayBuffer, headers2.get("Content-Type") || "");
  isRawRequest(request) || (request.bodyCache.formData = formDataPromise);
  let formData = await formDataPromise;
  return formData ? convertFormDataToBodyData(formData, options) : {};
}
function convertFormDataToBodyData(formData, options) {
  let form = /* @__PURE__ */ Object.create(null), nestingState = { count: 0 };
  return formData.forEach((value, key) => {
    options.all || key.endsWith("[]") ? handleParsingAllValues(form, key, value) : form[key] = value;
  }), options.dot && Object.entries(form).forEach(([key, value]) => {
    key.includes(".") && (handleParsingNestedValues(form, key, value, nestingState), delete form[key]);
  }), form;
}
var handleParsingAllValues = (form, key, value) => {
  form[key] !== void 0 ? Array.isArray(form[key]) ? form[key].push(value) : form[key] = [form[key], value] : key.endsWith("[]") ? form[key] = [value] : form[key] = value;
}, handleParsingNestedValues = (form, key, value, state) => {
  if (/(?:^|\.)__proto__\./.test(key)) return;
  let nestedForm = form, keys = key.split(".", 34);
  keys.length > 33 && throwNestingLimitExceeded(), keys.forEach((key2, index) => {
    index === keys.length - 1 ? nestedForm[key2] = value : ((!nestedForm[key2] || typeof nestedForm[key2] != "object" || Array.isArray(nestedForm[key2]) || nestedForm[key2] instanceof File) && (state.count++ >= MAX_NESTED_OBJECTS && throwNestingLimitExceeded(), nestedForm[key2] = /* @__PURE__ */ Object.create(null)), nestedForm = nestedForm[key2]);
  });
}, throwNestingLimitExceeded = () => {
  throw new Error("Nesting limit exceeded");
};

// node_modules/hono/dist/request.js
var HonoRequest = class {
  /**
  * `.raw` can get the raw Request object.
  *
  * @see {@link https://hono.dev/docs/api/request#raw}
  *
  * @example
  * ```ts
  * // For Cloudflare Workers
  * app.post('/', async (c) => {
  *   const metadata = c.req.raw.cf?.hostMetadata?
  *   ...
  * })
  * ```
  */
  raw;
  #validatedData;
  #matchResult;
  routeIndex = 0;
  /**
  * `.path` can get the pathname of the request.
  *
  * @see {@link https://hono.dev/docs/api/request#path}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const pathname = c.req.path // `/about/me`
  * })
  * ```
  */
  path;
  bodyCache = {};
  constructor(request, path = "/", matchResult = [[]]) {
    this.raw = request, this.path = path, this.#matchResult = matchResult;
  }
  param(key) {
    return key ? this.#getDecodedParam(key) : this.#getAllDecodedParams();
  }
  #getDecodedParam(key) {
    let paramKey = this.#matchResult[0][this.routeIndex]?.[1][key], param = this.#getParamValue(paramKey);
    return param && tryDecodeURIComponent(param);
  }
  #getAllDecodedParams() {
    let decoded2 = {}, keys = Object.keys(this.#matchResult[0][this.routeIndex]?.[1] ?? {});
    for (let key of keys) {
      let value = this.#getParamValue(this.#matchResult[0][this.routeIndex][1][key]);
      value !== void 0 && (decoded2[key] = tryDecodeURIComponent(value));
    }
    return decoded2;
  }
  #getParamValue(paramKey) {
    return this.#matchResult[1] ? this.#matchResult[1][paramKey] : paramKey;
  }
  query(key) {
    return getQueryParam(this.url, key);
  }
  queries(key) {
    return getQueryParams(this.url, key);
  }
  header(name) {
    if (name) return this.raw.headers.get(name) ?? void 0;
    let headerData = /* @__PURE__ */ Object.create(null);
    return this.raw.headers.forEach((value, key) => {
      headerData[key] = value;
    }), headerData;
  }
  async parseBody(options) {
    return parseBody(this, options);
  }
  #cachedBody = (key) => {
    let { bodyCache, raw: raw2 } = this, cachedBody = bodyCache[key];
    if (cachedBody) return cachedBody;
    for (let anyCachedKey in bodyCache) return bodyCache[anyCachedKey].then((body) => {
      anyCachedKey === "json" && (body = JSON.stringify(body));
      let contentType2 = anyCachedKey === "formData" ? void 0 : raw2.headers.get("content-type");
      return new Response(body, { headers: contentType2 ? { "Content-Type": contentType2 } : void 0 })[key]();
    });
    return bodyCache[key] = raw2[key]();
  };
  /**
  * `.json()` can parse Request body of type `application/json`
  *
  * @see {@link https://hono.dev/docs/api/request#json}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.json()
  * })
  * ```
  */
  json() {
    return this.#cachedBody("text").then((text2) => JSON.parse(text2));
  }
  /**
  * `.text()` can parse Request body of type `text/plain`
  *
  * @see {@link https://hono.dev/docs/api/request#text}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.text()
  * })
  * ```
  */
  text() {
    return this.#cachedBody("text");
  }
  /**
  * `.arrayBuffer()` parse Request body as an `ArrayBuffer`
  *
  * @see {@link https://hono.dev/docs/api/request#arraybuffer}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.arrayBuffer()
  * })
  * ```
  */
  arrayBuffer() {
    return this.#cachedBody("arrayBuffer");
  }
  /**
  * `.bytes()` parses the request body as a `Uint8Array`.
  *
  * @see {@link https://hono.dev/docs/api/request#bytes}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.bytes()
  * })
  * ```
  */
  bytes() {
    return this.#cachedBody("arrayBuffer").then((buffer) => new Uint8Array(buffer));
  }
  /**
  * Parses the request body as a `Blob`.
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.blob();
  * });
  * ```
  * @see https://hono.dev/docs/api/request#blob
  */
  blob() {
    return this.#cachedBody("blob");
  }
  /**
  * Parses the request body as `FormData`.
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.formData();
  * });
  * ```
  * @see https://hono.dev/docs/api/request#formdata
  */
  formData() {
    return this.#cachedBody("formData");
  }
  /**
  * Adds validated data to the request.
  *
  * @param target - The target of the validation.
  * @param data - The validated data to add.
  */
  addValidatedData(target, data) {
    (this.#validatedData ??= {})[target] = data;
  }
  valid(target) {
    return this.#validatedData?.[target];
  }
  /**
  * `.url` can get the request url strings.
  *
  * @see {@link https://hono.dev/docs/api/request#url}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const url = c.req.url // `http://localhost:8787/about/me`
  *   ...
  * })
  * ```
  */
  get url() {
    return this.raw.url;
  }
  /**
  * `.method` can get the method name of the request.
  *
  * @see {@link https://hono.dev/docs/api/request#method}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const method = c.req.method // `GET`
  * })
  * ```
  */
  get method() {
    return this.raw.method;
  }
  get [GET_MATCH_RESULT]() {
    return this.#matchResult;
  }
  /**
  * `.matchedRoutes` can return a matched route in the handler
  *
  * @deprecated
  *
  * Use matchedRoutes helper defined in "hono/route" instead.
  *
  * @see {@link https://hono.dev/docs/api/request#matchedroutes}
  *
  * @example
  * ```ts
  * app.use('*', async function logger(c, next) {
  *   await next()
  *   c.req.matchedRoutes.forEach(({ handler, method, path }, i) => {
  *     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
  *     console.log(
  *       method,
  *       ' ',
  *       path,
  *       ' '.repeat(Math.max(10 - path.length, 0)),
  *       name,
  *       i === c.req.routeIndex ? '<- respond from here' : ''
  *     )
  *   })
  * })
  * ```
  */
  get matchedRoutes() {
    return this.#matchResult[0].map(([[, route]]) => route);
  }
  /**
  * `.routePath` can retrieve the path registered within the handler
  *
  * @deprecated
  *
  * Use routePath helper defined in "hono/route" instead.
  *
  * @see {@link https://hono.dev/docs/api/request#routepath}
  *
  * @example
  * ```ts
  * app.get('/posts/:id', (c) => {
  *   return c.json({ path: c.req.routePath })
  * })
  * ```
  */
  get routePath() {
    return this.#matchResult[0].map(([[, route]]) => route)[this.routeIndex].path;
  }
};

// node_modules/hono/dist/utils/html.js
var HtmlEscapedCallbackPhase = {
  Stringify: 1,
  BeforeStream: 2,
  Stream: 3
}, raw = (value, callbacks) => {
  let escapedString = new String(value);
  return escapedString.isEscaped = !0, escapedString.callbacks = callbacks, escapedString;
};
var resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
  typeof str == "object" && !(str instanceof String) && (str instanceof Promise || (str = str.toString()), str instanceof Promise && (str = await str));
  let callbacks = str.callbacks;
  if (!callbacks?.length) return Promise.resolve(str);
  buffer ? buffer[0] += str : buffer = [str];
  let resStr = Promise.all(callbacks.map((c) => c({
    phase,
    buffer,
    context
  }))).then((res) => Promise.all(res.filter(Boolean).map((str2) => resolveCallback(str2, phase, !1, context, buffer))).then(() => buffer[0]));
  return preserveCallbacks ? raw(await resStr, callbacks) : resStr;
};

// node_modules/hono/dist/context.js
var TEXT_PLAIN = "text/plain; charset=UTF-8", setDefaultContentType = (contentType2, headers2) => ({
  "Content-Type": contentType2,
  ...headers2
}), createResponseInstance = (body, init) => new Response(body, init), Context = class {
  #rawRequest;
  #req;
  /**
  * `.env` can get bindings (environment variables, secrets, KV namespaces, D1 database, R2 bucket etc.) in Cloudflare Workers.
  *
  * @see {@link https://hono.dev/docs/api/context#env}
  *
  * @example
  * ```ts
  * // Environment object for Cloudflare Workers
  * app.get('*', async c => {
  *   const counter = c.env.COUNTER
  * })
  * ```
  */
  env = {};
  #var;
  finalized = !1;
  /**
  * `.error` can get the error object from the middleware if the Handler throws an error.
  *
  * @see {@link https://hono.dev/docs/api/context#error}
  *
  * @example
  * ```ts
  * app.use('*', async (c, next) => {
  *   await next()
  *   if (c.error) {
  *     // do something...
  *   }
  * })
  * ```
  */
  error;
  #status;
  #executionCtx;
  #res;
  #layout;
  #renderer;
  #notFoundHandler;
  #preparedHeaders;
  #matchResult;
  #path;
  /**
  * Creates an instance of the Context class.
  *
  * @param req - The Request object.
  * @param options - Optional configuration options for the context.
  */
  constructor(req, options) {
    this.#rawRequest = req, options && (this.#executionCtx = options.executionCtx, this.env = options.env, this.#notFoundHandler = options.notFoundHandler, this.#path = options.path, this.#matchResult = options.matchResult);
  }
  /**
  * `.req` is the instance of {@link HonoRequest}.
  */
  get req() {
    return this.#req ??= new HonoRequest(this.#rawRequest, this.#path, this.#matchResult), this.#req;
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#event}
  * The FetchEvent associated with the current request.
  *
  * @throws Will throw an error if the context does not have a FetchEvent.
  */
  get event() {
    if (this.#executionCtx && "respondWith" in this.#executionCtx) return this.#executionCtx;
    throw Error("This context has no FetchEvent");
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#executionctx}
  * The ExecutionContext associated with the current request.
  *
  * @throws Will throw an error if the context does not have an ExecutionContext.
  */
  get executionCtx() {
    if (this.#executionCtx) return this.#executionCtx;
    throw Error("This context has no ExecutionContext");
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#res}
  * The Response object for the current request.
  */
  get res() {
    return this.#res ||= createResponseInstance(null, { headers: this.#preparedHeaders ??= new Headers() });
  }
  /**
  * Sets the Response object for the current request.
  *
  * @param _res - The Response object to set.
  */
  set res(_res) {
    if (this.#res && _res) {
      _res = createResponseInstance(_res.body, _res);
      for (let [k2, v] of this.#res.headers.entries())
        if (k2 !== "content-type")
          if (k2 === "set-cookie") {
            let cookies = this.#res.headers.getSetCookie();
            _res.headers.delete("set-cookie");
            for (let cookie of cookies) _res.headers.append("set-cookie", cookie);
          } else _res.headers.set(k2, v);
    }
    this.#res = _res, this.finalized = !0;
  }
  /**
  * `.render()` can create a response within a layout.
  *
  * @see {@link https://hono.dev/docs/api/context#render-setrenderer}
  *
  * @example
  * ```ts
  * app.get('/', (c) => {
  *   return c.render('Hello!')
  * })
  * ```
  */
  render = (...args) => (this.#renderer ??= (content) => this.html(content), this.#renderer(...args));
  /**
  * Sets the layout for the response.
  *
  * @param layout - The layout to set.
  * @returns The layout function.
  */
  setLayout = (layout) => this.#layout = layout;
  /**
  * Gets the current layout for the response.
  *
  * @returns The current layout function.
  */
  getLayout = () => this.#layout;
  /**
  * `.setRenderer()` can set the layout in the custom middleware.
  *
  * @see {@link https://hono.dev/docs/api/context#render-setrenderer}
  *
  * @example
  * ```tsx
  * app.use('*', async (c, next) => {
  *   c.setRenderer((content) => {
  *     return c.html(
  *       <html>
  *         <body>
  *           <p>{content}</p>
  *         </body>
  *       </html>
  *     )
  *   })
  *   await next()
  * })
  * ```
  */
  setRenderer = (renderer) => {
    this.#renderer = renderer;
  };
  /**
  * `.header()` can set headers.
  *
  * @see {@link https://hono.dev/docs/api/context#header}
  *
  * @example
  * ```ts
  * app.get('/welcome', (c) => {
  *   // Set headers
  *   c.header('X-Message', 'Hello!')
  *   c.header('Content-Type', 'text/plain')
  *
  *   // Append multiple headers using the append option (e.g. Vary)
  *   c.header('Vary', 'Accept-Encoding', { append: true })
  *   c.header('Vary', 'User-Agent', { append: true })
  *
  *   return c.body('Thank you for coming')
  * })
  * ```
  */
  header = (name, value, options) => {
    this.finalized && !this.#res.bodyUsed && (this.#res = createResponseInstance(this.#res.body, this.#res));
    let headers2 = this.#res ? this.#res.headers : this.#preparedHeaders ??= new Headers();
    value === void 0 ? headers2.delete(name) : options?.append ? headers2.append(name, value) : headers2.set(name, value);
  };
  status = (status) => {
    this.#status = status;
  };
  /**
  * `.set()` can set the value specified by the key.
  *
  * @see {@link https://hono.dev/docs/api/context#set-get}
  *
  * @example
  * ```ts
  * app.use('*', async (c, next) => {
  *   c.set('message', 'Hono is hot!!')
  *   await next()
  * })
  * ```
  */
  set = (key, value) => {
    this.#var ??= /* @__PURE__ */ new Map(), this.#var.set(key, value);
  };
  /**
  * `.get()` can use the value specified by the key.
  *
  * @see {@link https://hono.dev/docs/api/context#set-get}
  *
  * @example
  * ```ts
  * app.get('/', (c) => {
  *   const message = c.get('message')
  *   return c.text(`The message is "${message}"`)
  * })
  * ```
  */
  get = (key) => this.#var ? this.#var.get(key) : void 0;
  /**
  * `.var` can access the value of a variable.
  *
  * @see {@link https://hono.dev/docs/api/context#var}
  *
  * @example
  * ```ts
  * const result = c.var.client.oneMethod()
  * ```
  */
  get var() {
    return this.#var ? Object.fromEntries(this.#var) : {};
  }
  #newResponse(data, arg, headers2) {
    let responseHeaders = this.#res ? new Headers(this.#res.headers) : this.#preparedHeaders;
    if (typeof arg == "object" && arg.headers) {
      responseHeaders ??= new Headers();
      for (let [key, value] of new Headers(arg.headers)) key === "set-cookie" ? responseHeaders.append(key, value) : responseHeaders.set(key, value);
    }
    if (headers2) {
      if (!responseHeaders) {
        let count2 = 0;
        for (let k2 in headers2) if (++count2 > 1 || typeof headers2[k2] != "string") {
          responseHeaders = new Headers();
          break;
        }
      }
      if (responseHeaders) for (let k2 in headers2) {
        let v = headers2[k2];
        if (typeof v == "string") responseHeaders.set(k2, v);
        else {
          responseHeaders.delete(k2);
          for (let v2 of v) responseHeaders.append(k2, v2);
        }
      }
    }
    let status = typeof arg == "number" ? arg : arg?.status ?? this.#status;
    return createResponseInstance(data, {
      status,
      headers: responseHeaders ?? headers2
    });
  }
  newResponse = (...args) => this.#newResponse(...args);
  /**
  * `.body()` can return the HTTP response.
  * You can set headers with `.header()` and set HTTP status code with `.status`.
  * This can also be set in `.text()`, `.json()` and so on.
  *
  * @see {@link https://hono.dev/docs/api/context#body}
  *
  * @example
  * ```ts
  * app.get('/welcome', (c) => {
  *   // Set headers
  *   c.header('X-Message', 'Hello!')
  *   c.header('Content-Type', 'text/plain')
  *   // Set HTTP status code
  *   c.status(201)
  *
  *   // Return the response body
  *   return c.body('Thank you for coming')
  * })
  * ```
  */
  body = (data, arg, headers2) => this.#newResponse(data, arg, headers2);
  /**
  * `.text()` can render text as `Content-Type:text/plain`.
  *
  * @see {@link https://hono.dev/docs/api/context#text}
  *
  * @example
  * ```ts
  * app.get('/say', (c) => {
  *   return c.text('Hello!')
  * })
  * ```
  */
  text = (text2, arg, headers2) => !this.#preparedHeaders && !this.#status && !arg && !headers2 && !this.finalized ? new Response(text2) : this.#newResponse(text2, arg, setDefaultContentType(TEXT_PLAIN, headers2));
  /**
  * `.json()` can render JSON as `Content-Type:application/json`.
  *
  * @see {@link https://hono.dev/docs/api/context#json}
  *
  * @example
  * ```ts
  * app.get('/api', (c) => {
  *   return c.json({ message: 'Hello!' })
  * })
  * ```
  */
  json = (object2, arg, headers2) => this.#newResponse(JSON.stringify(object2), arg, setDefaultContentType("application/json", headers2));
  html = (html, arg, headers2) => {
    let res = (html2) => this.#newResponse(html2, arg, setDefaultContentType("text/html; charset=UTF-8", headers2));
    return typeof html == "object" ? resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, !1, {}).then(res) : res(html);
  };
  /**
  * `.redirect()` can Redirect, default status code is 302.
  *
  * @see {@link https://hono.dev/docs/api/context#redirect}
  *
  * @example
  * ```ts
  * app.get('/redirect', (c) => {
  *   return c.redirect('/')
  * })
  * app.get('/redirect-permanently', (c) => {
  *   return c.redirect('/', 301)
  * })
  * ```
  */
  redirect = (location, status) => {
    let locationString = String(location);
    return this.header("Location", /[^\x00-\xFF]/.test(locationString) ? encodeURI(locationString) : locationString), this.newResponse(null, status ?? 302);
  };
  /**
  * `.notFound()` can return the Not Found Response.
  *
  * @see {@link https://hono.dev/docs/api/context#notfound}
  *
  * @example
  * ```ts
  * app.get('/notfound', (c) => {
  *   return c.notFound()
  * })
  * ```
  */
  notFound = () => (this.#notFoundHandler ??= () => createResponseInstance(), this.#notFoundHandler(this));
};

// node_modules/hono/dist/compose.js
var compose = (middleware, onError, onNotFound) => (context, next) => {
  let index = -1;
  return dispatch(0);
  async function dispatch(i) {
    if (i <= index) throw new Error("next() called multiple times");
    index = i;
    let res, isError = !1, handler;
    if (middleware[i] ? (handler = middleware[i][0][0], context.req.routeIndex = i) : handler = i === middleware.length && next || void 0, handler) try {
      res = await handler(context, () => dispatch(i + 1));
    } catch (err) {
      if (err instanceof Error && onError)
        context.error = err, res = await onError(err, context), isError = !0;
      else throw err;
    }
    else context.finalized === !1 && onNotFound && (res = await onNotFound(context));
    return res && (context.finalized === !1 || isError) && (context.res = res), context;
  }
};

// node_modules/hono/dist/helper/route/index.js
var matchedRoutes = (c) => c.req[GET_MATCH_RESULT][0].map(([[, route]]) => route), routePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.path ?? "";

// node_modules/hono/dist/router.js
var METHODS = [
  "get",
  "post",
  "put",
  "delete",
  "options",
  "patch",
  "query"
], MESSAGE_MATCHER_IS_ALREADY_BUILT = "Can not add a route since the matcher is already built.", UnsupportedPathError = class extends Error {
};

// node_modules/hono/dist/utils/constants.js
var COMPOSED_HANDLER = "__COMPOSED_HANDLER";

// node_modules/hono/dist/utils/mount.js
var countTrailingSlashes = (path) => {
  let index = path.length;
  for (; index > 0 && path.charCodeAt(index - 1) === 47; ) index--;
  return path.length - index;
}, getPathPrefixLength = (c, pathPrefix, routePath2) => {
  if (!/[:*]/.test(pathPrefix)) return pathPrefix.length;
  let path = c.req.path, matchResult = c.req[GET_MATCH_RESULT], paramNames = /* @__PURE__ */ new Set(), length2 = 0;
  for (let part of splitRoutingPath(pathPrefix)) {
    if (part[0] === ":" && part.endsWith("}?")) throw new Error(`mount(): Optional regular expression parameters are not supported in "${routePath2}".`);
    let pattern = getPattern(part);
    if (pattern && pattern !== "*") {
      let name = pattern[1];
      if (paramNames.has(name)) throw new Error(`mount(): Duplicate path parameter "${name}" in "${routePath2}".`);
      paramNames.add(name);
    }
    if (pattern && pattern !== "*" && pattern[2] !== !0) {
      let value = matchResult.length === 2 ? matchResult[1][matchResult[0][c.req.routeIndex][1][pattern[1]]] : matchResult[0][c.req.routeIndex][1][pattern[1]];
      length2 += value.length + 1;
    } else if (pattern || part.endsWith("*")) {
      let end = path.indexOf("/", length2 + 1);
      length2 = end === -1 ? path.length : end;
    } else length2 += part.length + 1;
  }
  return length2;
}, createMountedRequest = (c, pathPrefix, routePath2) => {
  if (/[^/]\*$/.test(routePath2)) throw new Error(`mount(): Wildcard must follow "/" in "${routePath2}".`);
  let prefixLength = getPathPrefixLength(c, pathPrefix, routePath2), path = c.req.path.slice(prefixLength) || "/";
  if (prefixLength > c.req.path.length || path[0] !== "/" || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) throw new HTTPException(400, { message: "Invalid mounted path" });
  let rawUrl = c.req.raw.url;
  if (/^[^/?#]*\/\/[^/?#\\]*[?#\\]/.test(rawUrl)) throw new HTTPException(400, { message: "Invalid mounted path" });
  let rawPathEnd = rawUrl.search(/[?#]/), rawTrailingSlashes = countTrailingSlashes(rawPathEnd === -1 ? rawUrl : rawUrl.slice(0, rawPathEnd));
  if (rawTrailingSlashes > 1 && countTrailingSlashes(c.req.path) === rawTrailingSlashes - 1) throw new HTTPException(400, { message: "Invalid mounted path" });
  let url = new URL(rawUrl);
  return url.pathname = path.replace(/[\\\t\n\r]/g, encodeURIComponent), path.includes("%"), new Request(url, c.req.raw);
};

// node_modules/hono/dist/hono-base.js
var notFoundHandler = (c) => c.text("404 Not Found", 404), errorHandler2 = (err, c) => {
  if ("getResponse" in err) {
    let res = err.getResponse();
    return c.newResponse(res.body, res);
  }
  return console.error(err), c.text("Internal Server Error", 500);
}, Hono = class Hono2 {
  get;
  post;
  put;
  delete;
  options;
  patch;
  query;
  all;
  on;
  use;
  router;
  getPath;
  _basePath = "/";
  #path = "/";
  routes = [];
  constructor(options = {}) {
    [...METHODS, "all"].forEach((method) => {
      this[method] = (args1, ...args) => {
        let methodName = method.toUpperCase();
        return typeof args1 == "string" ? this.#path = args1 : this.#addRoute(methodName, this.#path, args1), args.forEach((handler) => {
          this.#addRoute(methodName, this.#path, handler);
        }), this;
      };
    }), this.on = (method, path, ...handlers) => {
      for (let p of [path].flat()) {
        this.#path = p;
        for (let m of [method].flat()) {
          let methodName = m.toUpperCase();
          for (let handler of handlers) this.#addRoute(methodName, this.#path, handler);
        }
      }
      return this;
    }, this.use = (arg1, ...handlers) => (typeof arg1 == "string" ? this.#path = arg1 : (this.#path = "*", handlers.unshift(arg1)), handlers.forEach((handler) => {
      this.#addRoute("ALL", this.#path, handler);
    }), this);
    let { strict, ...optionsWithoutStrict } = options;
    Object.assign(this, optionsWithoutStrict), this.getPath = strict ?? !0 ? options.getPath ?? getPath : getPathNoStrict;
  }
  #clone() {
    let clone2 = new Hono2({
      router: this.router,
      getPath: this.getPath
    });
    return clone2.errorHandler = this.errorHandler, clone2.#notFoundHandler = this.#notFoundHandler, clone2.routes = this.routes, clone2;
  }
  #notFoundHandler = notFoundHandler;
  errorHandler = errorHandler2;
  /**
  * `.route()` allows grouping other Hono instance in routes.
  *
  * @see {@link https://hono.dev/docs/api/routing#grouping}
  *
  * @param {string} path - base Path
  * @param {Hono} app - other Hono instance
  * @returns {Hono} routed Hono instance
  *
  * @example
  * ```ts
  * const app = new Hono()
  * const app2 = new Hono()
  *
  * app2.get("/user", (c) => c.text("user"))
  * app.route("/api", app2) // GET /api/user
  * ```
  */
  route(path, app) {
    let subApp = this.basePath(path);
    return app.routes.map((r) => {
      let handler;
      app.errorHandler === errorHandler2 ? handler = r.handler : (handler = async (c, next) => (await compose([], app.errorHandler)(c, () => r.handler(c, next))).res, handler[COMPOSED_HANDLER] = r.handler), subApp.#addRoute(r.method, r.path, handler, r.basePath);
    }), this;
  }
  /**
  * `.basePath()` allows base paths to be specified.
  *
  * @see {@link https://hono.dev/docs/api/routing#base-path}
  *
  * @param {string} path - base Path
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * const api = new Hono().basePath('/api')
  * ```
  */
  basePath(path) {
    let subApp = this.#clone();
    return subApp._basePath = mergePath(this._basePath, path), subApp;
  }
  /**
  * `.onError()` handles an error and returns a customized Response.
  *
  * @see {@link https://hono.dev/docs/api/hono#error-handling}
  *
  * @param {ErrorHandler} handler - request Handler for error
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * app.onError((err, c) => {
  *   console.error(`${err}`)
  *   return c.text('Custom Error Message', 500)
  * })
  * ```
  */
  onError = (handler) => (this.errorHandler = handler, this);
  /**
  * `.notFound()` allows you to customize a Not Found Response.
  *
  * @see {@link https://hono.dev/docs/api/hono#not-found}
  *
  * @param {NotFoundHandler} handler - request handler for not-found
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * app.notFound((c) => {
  *   return c.text('Custom 404 Message', 404)
  * })
  * ```
  */
  notFound = (handler) => (this.#notFoundHandler = handler, this);
  /**
  * `.mount()` allows you to mount applications built with other frameworks into your Hono application.
  *
  * @deprecated Use `mount()` from `hono/mount` instead. `.mount()` will be removed in v5.
  *
  * @see {@link https://hono.dev/docs/api/hono#mount}
  *
  * @param {string} path - base Path
  * @param {Function} applicationHandler - other Request Handler
  * @param {MountOptions} [options] - options of `.mount()`
  * @returns {Hono} mounted Hono instance
  * @throws {Error} If automatic request rewriting encounters duplicate path parameter names or an optional regular expression parameter.
  * @throws {HTTPException} With status 400 if automatic request rewriting cannot safely preserve the routed path.
  *
  * @example
  * ```ts
  * import { Router as IttyRouter } from 'itty-router'
  * import { Hono } from 'hono'
  * // Create itty-router application
  * const ittyRouter = IttyRouter()
  * // GET /itty-router/hello
  * ittyRouter.get('/hello', () => new Response('Hello from itty-router'))
  *
  * const app = new Hono()
  * app.mount('/itty-router', ittyRouter.handle)
  * ```
  *
  * @example
  * ```ts
  * const app = new Hono()
  * // Send the request to another application without modification.
  * app.mount('/app', anotherApp, {
  *   replaceRequest: (req) => req,
  * })
  * ```
  */
  mount(path, applicationHandler, options) {
    let replaceRequest, optionHandler;
    options && (typeof options == "function" ? optionHandler = options : (optionHandler = options.optionHandler, options.replaceRequest === !1 ? replaceRequest = (request) => request : replaceRequest = options.replaceRequest));
    let getOptions = optionHandler ? (c) => {
      let options2 = optionHandler(c);
      return Array.isArray(options2) ? options2 : [options2];
    } : (c) => {
      let executionContext;
      try {
        executionContext = c.executionCtx;
      } catch {
      }
      return [c.env, executionContext];
    }, defaultReplaceRequest = (c) => {
      let mountedRoutePath = routePath(c);
      return createMountedRequest(c, mountedRoutePath.replace(/\/?\*$/, ""), mountedRoutePath);
    }, handler = async (c, next) => {
      let res = await applicationHandler(replaceRequest ? replaceRequest(c.req.raw) : defaultReplaceRequest(c), ...getOptions(c));
      if (res) return res;
      await next();
    };
    return this.#addRoute("ALL", mergePath(path, "*"), handler), this;
  }
  #addRoute(method, path, handler, baseRoutePath) {
    path = mergePath(this._basePath, path);
    let r = {
      basePath: baseRoutePath !== void 0 ? mergePath(this._basePath, baseRoutePath) : this._basePath,
      path,
      method,
      handler
    };
    this.router.add(method, path, [handler, r]), this.routes.push(r);
  }
  #handleError(err, c) {
    if (err instanceof Error) return this.errorHandler(err, c);
    throw err;
  }
  #dispatch(request, executionCtx, env, method) {
    if (method === "HEAD") return (async () => new Response(null, await this.#dispatch(request, executionCtx, env, "GET")))();
    let path = this.getPath(request, { env }), matchResult = this.router.match(method, path), c = new Context(request, {
      path,
      matchResult,
      env,
      executionCtx,
      notFoundHandler: this.#notFoundHandler
    });
    if (matchResult[0].length === 1) {
      let res;
      try {
        res = matchResult[0][0][0][0](c, async () => {
          c.res = await this.#notFoundHandler(c);
        });
      } catch (err) {
        return this.#handleError(err, c);
      }
      return res instanceof Promise ? res.then((resolved) => resolved || (c.finalized ? c.res : this.#notFoundHandler(c))).catch((err) => this.#handleError(err, c)) : res ?? this.#notFoundHandler(c);
    }
    let composed = compose(matchResult[0], this.errorHandler, this.#notFoundHandler);
    return (async () => {
      try {
        let context = await composed(c);
        if (!context.finalized) throw new Error("Context is not finalized. Did you forget to return a Response object or `await next()`?");
        return context.res;
      } catch (err) {
        return this.#handleError(err, c);
      }
    })();
  }
  /**
  * `.fetch()` will be entry point of your app.
  *
  * @see {@link https://hono.dev/docs/api/hono#fetch}
  *
  * @param {Request} request - request Object of request
  * @param {Env} env - env Object
  * @param {ExecutionContext} executionCtx - context of execution
  * @returns {Response | Promise<Response>} response of request
  *
  */
  fetch = (request, ...rest) => this.#dispatch(request, rest[1], rest[0], request.method);
  /**
  * `.request()` is a useful method for testing.
  * You can pass a URL or pathname to send a GET request.
  * app will return a Response object.
  * ```ts
  * test('GET /hello is ok', async () => {
  *   const res = await app.request('/hello')
  *   expect(res.status).toBe(200)
  * })
  * ```
  * @see https://hono.dev/docs/api/hono#request
  */
  request = (input, requestInit, Env, executionCtx) => input instanceof Request ? this.fetch(requestInit ? new Request(input, requestInit) : input, Env, executionCtx) : (input = input.toString(), this.fetch(new Request(/^https?:\/\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx));
  /**
  * `.fire()` automatically adds a global fetch event listener.
  * This can be useful for environments that adhere to the Service Worker API, such as non-ES module Cloudflare Workers.
  * @deprecated
  * Use `fire` from `hono/service-worker` instead.
  * ```ts
  * import { Hono } from 'hono'
  * import { fire } from 'hono/service-worker'
  *
  * const app = new Hono()
  * // ...
  * fire(app)
  * ```
  * @see https://hono.dev/docs/api/hono#fire
  * @see https://developer.mozilla.org/en-US/docs/Web/API/Service_Worker_API
  * @see https://developers.cloudflare.com/workers/reference/migrate-to-module-workers/
  */
  fire = () => {
    addEventListener("fetch", (event) => {
      event.respondWith(this.#dispatch(event.request, event, void 0, event.request.method));
    });
  };
};

// node_modules/hono/dist/router/utils.js
var createNullObject = () => /* @__PURE__ */ Object.create(null);

// node_modules/hono/dist/router/reg-exp-router/matcher.js
var emptyParam = [];
function match(method, path) {
  let matchers = this.buildAllMatchers(), match2 = ((method2, path2) => {
    let matcher = matchers[method2] || matchers.ALL, staticMatch = matcher[2][path2];
    if (staticMatch) return staticMatch;
    let match3 = path2.match(matcher[0]);
    if (!match3) return [[], emptyParam];
    let index = match3.indexOf("", 1);
    return [matcher[1][index], match3];
  });
  return this.match = match2, match2(method, path);
}

// node_modules/hono/dist/router/reg-exp-router/node.js
var LABEL_REG_EXP_STR = "[^/]+", ONLY_WILDCARD_REG_EXP_STR = "[^]*", TAIL_WILDCARD_REG_EXP_STR = "(?:|/[^]*)", PATH_ERROR = /* @__PURE__ */ Symbol(), regExpMetaChars = /* @__PURE__ */ new Set(".\\+*[^]$()");
function compareKey(a, b) {
  return a.length === 1 ? b.length === 1 ? a < b ? -1 : 1 : -1 : b.length === 1 ? 1 : a === "[^]*" || a === "(?:|/[^]*)" ? b === "[^]*" ? -1 : 1 : b === "[^]*" || b === "(?:|/[^]*)" ? -1 : a === "[^/]+" ? 1 : b === "[^/]+" ? -1 : a.length === b.length ? a < b ? -1 : 1 : b.length - a.length;
}
var Node = class Node2 {
  #index;
  #varIndex;
  #children = createNullObject();
  insert(tokens, index, paramMap, context, keys) {
    let node = this;
    for (let i = 0, len = tokens.length; i < len; i++) {
      let token = tokens[i], pattern = token.length === 1 ? token === "*" ? i === len - 1 ? [
        "",
        "",
        ONLY_WILDCARD_REG_EXP_STR
      ] : [
        "",
        "",
        LABEL_REG_EXP_STR
      ] : null : token === "/*" ? [
        "",
        "",
        TAIL_WILDCARD_REG_EXP_STR
      ] : token.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/), nextNode;
      if (pattern) {
        let name = pattern[1], regexpStr = pattern[2] || "[^/]+";
        if (name && pattern[2] && (new RegExp(regexpStr).test("") || (regexpStr = regexpStr.replace(/^\((?!\?:)(?=[^)]+\)$)/, "(?:"), /\((?!\?:)/.test(regexpStr)) || regexpStr.length === 1 && regExpMetaChars.has(regexpStr)))
          throw PATH_ERROR;
        if (keys.push(regexpStr), nextNode = node.#children[regexpStr], !nextNode) {
          if (regexpStr !== "[^]*" && regexpStr !== "(?:|/[^]*)") {
            for (let k2 in node.#children) if ((regexpStr.length > 1 || k2.length > 1) && k2 !== "[^]*" && k2 !== "(?:|/[^]*)") throw PATH_ERROR;
          }
          nextNode = node.#children[regexpStr] = new Node2();
        }
        name !== "" && (nextNode.#varIndex ??= context.varIndex++, paramMap.push([name, nextNode.#varIndex]));
      } else if (keys.push(token), nextNode = node.#children[token], !nextNode) {
        for (let k2 in node.#children) if (k2.length > 1 && k2 !== "[^]*" && k2 !== "(?:|/[^]*)") throw PATH_ERROR;
        nextNode = node.#children[token] = new Node2();
      }
      node = nextNode;
    }
    if (node.#index !== void 0) throw PATH_ERROR;
    node.#index = index;
  }
  buildRegExpStr() {
    let strList = Object.keys(this.#children).sort(compareKey).map((k2) => {
      let c = this.#children[k2], childStr = c.buildRegExpStr();
      return childStr === "" ? "" : (typeof c.#varIndex == "number" ? `(${k2})@${c.#varIndex}` : regExpMetaChars.has(k2) ? `\\${k2}` : k2) + childStr;
    }).filter(Boolean);
    return typeof this.#index == "number" && this.#index !== -1 && strList.unshift(`#${this.#index}`), strList.length === 0 ? "" : strList.length === 1 ? strList[0] : "(?:" + strList.join("|") + ")";
  }
};

// node_modules/hono/dist/router/reg-exp-router/trie.js
var Trie = class {
  #context = { varIndex: 0 };
  #root = new Node();
  #index = 0;
  paths = createNullObject();
  insert(path, isStatic) {
    let keys = [];
    if (isStatic) {
      this.#root.insert(path.split(""), -1, [], this.#context, keys), this.paths[path] = [
        -1,
        [],
        keys
      ];
      return;
    }
    let paramAssoc = [], groups = [], markedPath = path;
    for (let i = 0; ; ) {
      let replaced = !1;
      if (markedPath = markedPath.replace(/\{(?:\{[\d,]+\}|[^}])+\}/g, (m) => {
        let mark = `@\\${i}`;
        return groups[i] = [mark, m], i++, replaced = !0, mark;
      }), !replaced) break;
    }
    let tokens = markedPath.match(/(?::[^\/]+)|(?:\/\*$)|./gs) || [];
    for (let i = groups.length - 1; i >= 0; i--) {
      let [mark] = groups[i];
      for (let j2 = tokens.length - 1; j2 >= 0; j2--) if (tokens[j2].indexOf(mark) !== -1) {
        tokens[j2] = tokens[j2].replace(mark, groups[i][1]);
        break;
      }
    }
    this.#root.insert(tokens, this.#index, paramAssoc, this.#context, keys), this.paths[path] = [
      this.#index++,
      paramAssoc,
      keys
    ];
  }
  buildRegExp() {
    let regexp = this.#root.buildRegExpStr();
    if (regexp === "") return [
      /^$/,
      [],
      []
    ];
    let captureIndex = 0, indexReplacementMap = [], paramReplacementMap = [];
    return regexp = regexp.replace(/#(\d+)|@(\d+)|\.\*\$/g, (_, handlerIndex, paramIndex) => handlerIndex !== void 0 ? (indexReplacementMap[++captureIndex] = Number(handlerIndex), "$()") : (paramIndex !== void 0 && (paramReplacementMap[Number(paramIndex)] = ++captureIndex), "")), [
      new RegExp(`^${regexp}`),
      indexReplacementMap,
      paramReplacementMap
    ];
  }
};

// node_modules/hono/dist/router/reg-exp-router/router.js
function endsWithWildcard(keys) {
  let tail = keys[keys.length - 1];
  return tail === "[^]*" || tail === "(?:|/[^]*)";
}
function covers(wildcard, target) {
  let last = wildcard.length - 1;
  for (let i = 0; i < last; i++) if (wildcard[i] !== target[i]) return !1;
  return wildcard[last] === "[^]*" || target.length === last || target[last] === "/";
}
var RegExpRouter = class {
  name = "RegExpRouter";
  #handlers;
  #tries;
  constructor() {
    this.#handlers = { ALL: [] }, this.#tries = { ALL: new Trie() };
  }
  #insertPath(method, path) {
    try {
      this.#tries[method].insert(path, !/\*|\/:/.test(path));
    } catch (e2) {
      throw e2 === PATH_ERROR ? new UnsupportedPathError(path) : e2;
    }
  }
  add(method, path, handler) {
    let handlers = this.#handlers;
    if (!handlers) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
    let tries = this.#tries;
    if (!handlers[method]) {
      tries[method] = new Trie(), handlers[method] = [...handlers.ALL];
      for (let p in tries.ALL.paths) this.#insertPath(method, p);
    }
    path === "/*" && (path = "*");
    let methods = method === "ALL" ? Object.keys(handlers) : [method], paths = checkOptionalParameter(path) || [path];
    for (let path2 of paths) for (let m of methods)
      tries[m].paths[path2] || this.#insertPath(m, path2), handlers[m].push([handler, path2]);
  }
  match = match;
  buildAllMatchers() {
    let matchers = createNullObject();
    for (let method of Object.keys(this.#handlers)) matchers[method] = this.#buildMatcher(method);
    return this.#handlers = this.#tries = void 0, matchers;
  }
  #buildMatcher(method) {
    let handlers = this.#handlers[method], trie = this.#tries[method], staticMap = createNullObject(), handlerData = [], [regexp, indexReplacementMap, paramReplacementMap] = trie.buildRegExp(), own2 = createNullObject(), entries = handlers.map(([h, p], i) => ((own2[p] ??= []).push(i), [h, trie.paths[p][1].reduceRight((map, [key, varIndex]) => (map[key] = paramReplacementMap[varIndex], map), createNullObject())])), wildcards = Object.keys(own2).filter((p) => endsWithWildcard(trie.paths[p][2]));
    for (let path in trie.paths) {
      let [index, , keys] = trie.paths[path], indexes = [...own2[path]];
      for (let p of wildcards) p !== path && covers(trie.paths[p][2], keys) && indexes.push(...own2[p]);
      let data = indexes.sort((a, b) => a - b).map((i) => entries[i]);
      if (index === -1) {
        let last = Math.max(-1, ...data.flatMap(([, map]) => Object.values(map)));
        staticMap[path] = [data, last === -1 ? emptyParam : path.match(regexp).slice(0, last + 1)];
      } else handlerData[index] = data;
    }
    return [
      regexp,
      indexReplacementMap.map((i) => handlerData[i]),
      staticMap
    ];
  }
};

// node_modules/hono/dist/router/smart-router/router.js
var SmartRouter = class {
  name = "SmartRouter";
  #routers = [];
  #routes = [];
  constructor(init) {
    this.#routers = init.routers;
  }
  add(method, path, handler) {
    if (!this.#routes) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
    this.#routes.push([
      method,
      path,
      handler
    ]);
  }
  match(method, path) {
    if (!this.#routes) throw new Error("Fatal error");
    let routers = this.#routers, routes = this.#routes, len = routers.length, i = 0, res;
    for (; i < len; i++) {
      let router = routers[i];
      try {
        for (let i2 = 0, len2 = routes.length; i2 < len2; i2++) router.add(...routes[i2]);
        res = router.match(method, path);
      } catch (e2) {
        if (e2 instanceof UnsupportedPathError) continue;
        throw e2;
      }
      this.match = router.match.bind(router), this.#routers = [router], this.#routes = void 0;
      break;
    }
    if (i === len) throw new Error("Fatal error");
    return this.name = `SmartRouter + ${this.activeRouter.name}`, res;
  }
  get activeRouter() {
    if (this.#routes || this.#routers.length !== 1) throw new Error("No active router has been determined yet.");
    return this.#routers[0];
  }
};

// node_modules/hono/dist/router/trie-router/node.js
var emptyParams = createNullObject(), order = 0, Node3 = class Node4 {
  #methods = [];
  #children = createNullObject();
  #patterns = [];
  #pattern;
  #params = emptyParams;
  insert(method, path, handler) {
    let curNode = this, parts = splitRoutingPath(path), possibleKeys = /* @__PURE__ */ new Set(), i = 0;
    for (let p of parts) {
      let nextP = parts[++i], pattern = getPattern(p, nextP) || (nextP === void 0 && p && p.indexOf("*") === p.length - 1 ? p : null), isParam = Array.isArray(pattern), key = isParam ? pattern[0] : pattern || p, child = curNode.#children[key] ||= new Node4();
      pattern && !child.#pattern && (child.#pattern = pattern, curNode.#patterns.push(child)), curNode = child, isParam && possibleKeys.add(pattern[1]);
    }
    curNode.#methods.push({ [method]: {
      handler,
      possibleKeys: [...possibleKeys],
      score: ++order
    } });
  }
  #pushHandlerSets(handlerSets, node, method, nodeParams, params) {
    for (let i = 0, len = node.#methods.length; i < len; i++) {
      let m = node.#methods[i], handlerSet = m[method] || m.ALL;
      if (handlerSet) {
        handlerSet.params = createNullObject(), handlerSets.push(handlerSet);
        for (let i2 = 0, len2 = handlerSet.possibleKeys.length; i2 < len2; i2++) {
          let key = handlerSet.possibleKeys[i2];
          handlerSet.params[key] = params?.[key] && !i2 ? params[key] : nodeParams[key] ?? params?.[key];
        }
      }
    }
  }
  search(method, path) {
    let handlerSets = [];
    this.#params = emptyParams;
    let curNodes = [this], parts = splitPath(path), curNodesQueue = [], len = parts.length, partOffsets = null;
    for (let i = 0; i < len; i++) {
      let part = parts[i], isLast = i === len - 1, tempNodes = [];
      for (let j2 = 0, len2 = curNodes.length; j2 < len2; j2++) {
        let node = curNodes[j2], nextNode = node.#children[part];
        nextNode && (nextNode.#params = node.#params, isLast ? (nextNode.#children["*"] && this.#pushHandlerSets(handlerSets, nextNode.#children["*"], method, node.#params), this.#pushHandlerSets(handlerSets, nextNode, method, node.#params)) : tempNodes.push(nextNode));
        for (let child of node.#patterns) {
          let pattern = child.#pattern, params = node.#params === emptyParams ? {} : { ...node.#params };
          if (typeof pattern == "string") {
            (pattern === "*" || part.startsWith(pattern.slice(0, -1))) && (this.#pushHandlerSets(handlerSets, child, method, node.#params), pattern === "*" && (child.#params = params, tempNodes.push(child)));
            continue;
          }
          let [, name, matcher] = pattern;
          if (!(!part && matcher === !0)) {
            if (matcher !== !0) {
              if (!partOffsets) {
                partOffsets = [];
                let offset = path[0] === "/" ? 1 : 0;
                for (let p = 0; p < len; p++)
                  partOffsets[p] = offset, offset += parts[p].length + 1;
              }
              let restPathString = path.slice(partOffsets[i]), m = matcher.exec(restPathString);
              if (m) {
                Object.hasOwn(params, name) || (params[name] = m[0]), this.#pushHandlerSets(handlerSets, child, method, node.#params, params), m[0].length === restPathString.length && child.#children["*"] && this.#pushHandlerSets(handlerSets, child.#children["*"], method, node.#params, params);
                for (let _ in child.#children) {
                  child.#params = params;
                  let componentCount = m[0].match(/\//g)?.length ?? 0;
                  (curNodesQueue[componentCount] ||= []).push(child);
                  break;
                }
                continue;
              }
            }
            (matcher === !0 || matcher.test(part)) && (Object.hasOwn(params, name) || (params[name] = part), isLast ? (this.#pushHandlerSets(handlerSets, child, method, params, node.#params), child.#children["*"] && this.#pushHandlerSets(handlerSets, child.#children["*"], method, params, node.#params)) : (child.#params = params, tempNodes.push(child)));
          }
        }
      }
      let shifted = curNodesQueue.shift();
      curNodes = shifted ? tempNodes.concat(shifted) : tempNodes;
    }
    return handlerSets[1] && handlerSets.sort((a, b) => a.score - b.score), [handlerSets.map(({ handler, params }) => [handler, params])];
  }
};

// node_modules/hono/dist/router/trie-router/router.js
var TrieRouter = class {
  name = "TrieRouter";
  #node = new Node3();
  add(method, path, handler) {
    for (let result of checkOptionalParameter(path) || [path]) this.#node.insert(method, result, handler);
  }
  match(method, path) {
    return this.#node.search(method, path);
  }
};

// node_modules/hono/dist/hono.js
var Hono3 = class extends Hono {
  /**
  * Creates an instance of the Hono class.
  *
  * @param options - Optional configuration options for the Hono instance.
  */
  constructor(options = {}) {
    super(options), this.router = options.router ?? new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] });
  }
};

// src/agent/api.ts
var LONGEST_TEXT = 1e3, conversationId = string2().check(_regex(/^[A-Za-z0-9_-]{1,100}$/)), messageId = string2().check(_regex(/^[A-Za-z0-9_:.-]{1,200}$/)), sealed = string2().check(_regex(/^[\w-]+(\.[\w-]*){4}$/), _maxLength(7e3)), verifier = string2().check(_regex(/^[\w.~-]{43,128}$/)), sessionRequest = union([
  strictObject({ code: sealed, verifier: optional(verifier) }),
  strictObject({ token: sealed }),
  strictObject({})
]), briefingRequest = strictObject({ conversationId }), suggestionRequest = strictObject({
  conversationId,
  messageId,
  text: string2().check(refine((text2) => !isBlank(text2) && length(text2) <= LONGEST_TEXT))
}), feedbackRequest = strictObject({
  conversationId,
  suggestionId: sealed,
  event: _enum(["shown", "used", "copied", "good", "bad", "retired"])
}), sessionAnswer = strictObject({
  token: string2(),
  expiresIn: int().check(_positive()),
  agent: strictObject({ id: string2(), name: optional(string2()) }),
  suggest: _enum(["manual", "auto", "off"])
}), briefingTurn = strictObject({
  at: number2(),
  said: string2(),
  intent: string2(),
  name: string2(),
  score: number2(),
  outcome: string2(),
  state: optional(string2()),
  details: optional(record(string2(), string2()))
}), briefingAnswer = strictObject({
  status: _enum(["ok", "none", "unavailable"]),
  why: optional(string2()),
  turns: optional(array(briefingTurn)),
  at: optional(number2())
}), suggestionAnswer = strictObject({
  id: string2(),
  messageId: string2(),
  status: _enum(["ok", "low_score", "out_of_scope", "refused", "too_short", "off", "unavailable"]),
  text: optional(string2()),
  intent: optional(string2()),
  score: optional(number2())
}), errorAnswer = strictObject({
  error: strictObject({
    code: _enum(["sign_in_required", "not_assigned", "too_many", "bad_request", "not_found", "unavailable"]),
    retryAfter: optional(int().check(_positive()))
  })
});

// src/agent/desk/audited.ts
var RETRY_SECONDS = 5;
function auditedBy(audit, note2) {
  return (op, work) => async (context) => {
    let start = now(), line = { agent: "", conversation: "", op, status: "ok" };
    try {
      return await work(context, line);
    } catch (error) {
      let refusal = error instanceof Refusal ? error : failed(error, line, note2);
      return line.status = refusal.code, refusal.response();
    } finally {
      audit({ ...line, ms: now() - start });
    }
  };
}
function failed(error, line, note2) {
  let fault = error instanceof Fault ? error : defectOf(error);
  return note2(fault), line.fault = fault.reason, new Refusal("unavailable", { retryAfter: RETRY_SECONDS });
}

// src/agent/desk/shell.ts
var LONGEST_BODY = 8 * 1024;
function securityHeaders(settings) {
  let { DESK_PUBLIC_URL, DESK_FRAME_ANCESTORS, LIVEPERSON_SDK } = settings, isLocal = DESK_PUBLIC_URL.protocol === "http:", policy = [
    "default-src 'none'",
    `script-src 'self' ${LIVEPERSON_SDK.origin}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `frame-src 'self' https:${isLocal ? " http://127.0.0.1:* http://localhost:*" : ""}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${DESK_FRAME_ANCESTORS.join(" ")}`
  ].join("; "), headers2 = Object.entries({
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...!isLocal && { "Strict-Transport-Security": "max-age=31536000" }
  });
  return async (context, next) => {
    await next();
    for (let [name, value] of headers2) context.res.headers.set(name, value);
  };
}
function loopbackOnly(publicUrl2) {
  return async ({ req }, next) => {
    let { host = "", origin = publicUrl2.origin, ...others } = req.header(), isForwarded = Object.keys(others).some(
      (name) => /^(forwarded|x-forwarded-.*|x-real-ip)$/.test(name)
    ), url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : void 0;
    if (isForwarded || !url || !isLoopback(url.hostname) || origin !== publicUrl2.origin)
      throw new Refusal("bad_request");
    await next();
  };
}
function refuseForeign(request, origin) {
  if (request.headers.get("origin") !== origin) throw new Refusal("bad_request");
  let [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") throw new Refusal("bad_request", { status: 415 });
}
async function bodyOf(request) {
  let text2 = await textOf3(request);
  try {
    return JSON.parse(text2);
  } catch {
    throw new Refusal("bad_request");
  }
}
async function textOf3(request) {
  if (Number(request.headers.get("content-length")) > LONGEST_BODY) throw tooLong2();
  let chunks = [], read = 0;
  for await (let chunk of request.body ?? []) {
    if (read += chunk.length, read > LONGEST_BODY) throw tooLong2();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function tooLong2() {
  return new Refusal("bad_request", { status: 413 });
}

// src/agent/desk/callers.ts
function forAgents({ settings, sessions }, counts) {
  let { origin } = settings.DESK_PUBLIC_URL;
  return (schema, answer) => async (context, line) => {
    let { raw: raw2 } = context.req;
    refuseForeign(raw2, origin);
    let agent = await agentOf(context);
    line.agent = agent.agent, await counts.agent(agent.agent);
    let body = checked(schema, await bodyOf(raw2));
    return line.conversation = body.conversationId, answer({ body, agent, line });
  };
  async function agentOf(context) {
    let [, token = ""] = /^Bearer ([\w.-]+)$/.exec(context.req.header("authorization") ?? "") ?? [];
    return sessions.open(token).catch(async (refusal) => {
      throw await counts.stranger(context), refusal;
    });
  }
}
function checked(schema, body) {
  let { success, data } = schema.safeParse(body);
  if (!success) throw new Refusal("bad_request");
  return data;
}

// src/agent/desk/conversation-calls.ts
var SUGGESTION_LIVES = 600 * 60, suggestionClaims = object({
  agent: string2(),
  conversation: string2(),
  intent: optional(string2()),
  score: optional(number2())
});
function briefingCall({ briefing, checkAssignment, note: note2 }) {
  return async ({ body: { conversationId: conversationId2 }, agent, line }) => {
    await checkAssignment(agent, conversationId2);
    let found = await briefing(conversationId2);
    return line.status = found.status, found.status !== "unavailable" ? Response.json(found) : (blame(found.fault, line, note2), Response.json({ status: "unavailable" }));
  };
}
function suggestionCall(desk, counts) {
  let { settings, checkAssignment, suggest, seal, note: note2 } = desk;
  return async ({ body: { conversationId: conversationId2, messageId: messageId2, text: text2 }, agent, line }) => {
    await counts.suggestion(agent.agent);
    let { fault, ...suggestion } = await counts.underWay.take(agent.agent, async () => (await checkAssignment(agent, conversationId2), suggest(conversationId2, text2, new Deadline(settings.CLINC_TIMEOUT_MS)))), { status, intent, score } = suggestion, about = {
      ...intent !== void 0 && { intent: loggableId(intent) },
      ...score !== void 0 && { score }
    };
    Object.assign(line, { status, ...about }), fault && status === "unavailable" && blame(fault, line, note2);
    let claims = { agent: agent.agent, conversation: conversationId2, ...about }, id = await seal.seal("suggestion", claims, SUGGESTION_LIVES);
    return Response.json({ id, messageId: messageId2, ...suggestion });
  };
}
function feedbackCall({ seal }) {
  return async ({ body: { conversationId: conversationId2, suggestionId, event }, agent, line }) => {
    let suggestion = await seal.open("suggestion", suggestionClaims, suggestionId);
    if (!suggestion || suggestion.conversation !== conversationId2) throw new Refusal("bad_request");
    if (suggestion.agent !== agent.agent) throw new Refusal("not_assigned");
    let { intent, score } = suggestion;
    return Object.assign(line, {
      event,
      ...intent !== void 0 && { intent },
      ...score !== void 0 && { score }
    }), new Response(null, { status: 204 });
  };
}
function blame(fault, line, note2) {
  line.fault = fault.reason, note2(fault);
}

// src/agent/desk/counts.ts
var import_proxy_addr2 = __toESM(require_proxy_addr(), 1);

// src/agent/desk/places.ts
var RETRY_SECONDS2 = 1;
function placesFor({ anAgent, all }) {
  let taken = /* @__PURE__ */ new Map(), sum = 0, change = (agent, by) => {
    let count2 = (taken.get(agent) ?? 0) + by;
    count2 > 0 ? taken.set(agent, count2) : taken.delete(agent), sum += by;
  };
  return {
    async take(agent, work) {
      if (sum >= all || (taken.get(agent) ?? 0) >= anAgent)
        throw new Refusal("too_many", { retryAfter: RETRY_SECONDS2 });
      change(agent, 1);
      try {
        return await work();
      } finally {
        change(agent, -1);
      }
    }
  };
}

// src/agent/desk/counts.ts
var CALLS_OF_ADDRESS = 600, CALLS_OF_AGENT = 300, SUGGESTIONS_OF_AGENT = 30, UNDER_WAY = { anAgent: 5, all: 50 };
function countsOf(trustedProxies) {
  let trust = import_proxy_addr2.default.compile([...trustedProxies]), addresses = limitOf(CALLS_OF_ADDRESS), agents = limitOf(CALLS_OF_AGENT), suggestions = limitOf(SUGGESTIONS_OF_AGENT);
  return {
    /** A call of somebody who is not signed in. */
    stranger: ({ env }) => addresses.count((0, import_proxy_addr2.default)(env.incoming, trust)),
    agent: (id) => agents.count(id),
    suggestion: (id) => suggestions.count(id),
    underWay: placesFor(UNDER_WAY)
  };
}

// src/agent/desk/session-call.ts
var LOCAL = "local";
function sessionCall({ settings, sessions, signIn, suggests }, counts) {
  let { DESK_PUBLIC_URL, DESK_SIGN_IN } = settings;
  return async (context, line) => {
    let { raw: raw2 } = context.req;
    refuseForeign(raw2, DESK_PUBLIC_URL.origin);
    let body = checked(sessionRequest, await bodyOf(raw2)), agent = "token" in body ? await goesOn(body.token, context) : await begins(body, context);
    line.agent = agent.agent;
    let answer = { ...await sessions.token(agent), suggest: suggests };
    return context.json(answer);
  };
  async function goesOn(token, context) {
    let agent = await sessions.open(token).catch(async (refusal) => {
      throw await counts.stranger(context), refusal;
    });
    return await counts.agent(agent.agent), sessions.renewed(agent);
  }
  async function begins(body, context) {
    if (await counts.stranger(context), "code" in body && signIn) return signIn.redeem(context, body.code, body.verifier);
    if (!("code" in body) && DESK_SIGN_IN === "none") return signedIn(LOCAL, "", {}, !1);
    throw new Refusal("sign_in_required");
  }
}

// src/agent/desk/sign-in-routes.ts
var CHALLENGE = /^[\w-]{43}$/;
function signInRoute({ signIn, note: note2 }, counts) {
  return async (context, line) => {
    let challenge = context.req.query("challenge") ?? "";
    if (!signIn) throw new Refusal("not_found");
    if (challenge !== "" && !CHALLENGE.test(challenge)) throw new Refusal("bad_request");
    try {
      return await counts.stranger(context), await signIn.begin(context, challenge);
    } catch (error) {
      return context.redirect(`${pageOf(placeOf2(challenge))}#error=${told2(error, line, note2)}`);
    }
  };
}
function callbackRoute({ settings, signIn, note: note2 }, counts) {
  return async (context, line) => {
    if (!signIn) throw new Refusal("not_found");
    let { search, searchParams } = new URL(context.req.url), back = (what) => context.redirect(`${pageOf(searchParams.get("state") ?? "")}#${what}`);
    try {
      await counts.stranger(context);
      let end = await signIn.end(context, new URL(`/callback${search}`, settings.DESK_PUBLIC_URL));
      return line.agent = end.agent ?? "", "code" in end ? back(`code=${end.code}`) : (line.status = end.error, back(`error=${end.error}`));
    } catch (error) {
      return back(`error=${told2(error, line, note2)}`);
    }
  };
}
function told2(error, line, note2) {
  if (line.status = error instanceof Refusal ? error.code : "unavailable", !(error instanceof Refusal)) {
    let fault = error instanceof Fault ? error : defectOf(error);
    note2(fault), line.fault = fault.reason;
  }
  return line.status;
}

// src/agent/desk/app.ts
function deskApp(desk) {
  let { settings, files, audit, note: note2 } = desk, { DESK_PUBLIC_URL, DESK_SIGN_IN, DESK_TRUSTED_PROXIES } = settings, counts = countsOf(DESK_TRUSTED_PROXIES), audited = auditedBy(audit, note2), agents = forAgents(desk, counts), app = new Hono3();
  app.onError((error) => error instanceof Refusal ? error.response() : (note2(defectOf(error)), new Refusal("unavailable").response())), app.notFound(() => new Refusal("not_found").response()), app.use(securityHeaders(settings)), DESK_SIGN_IN === "none" && app.use(loopbackOnly(DESK_PUBLIC_URL)), app.get("/healthz", (context) => context.json({ status: "ok", version: VERSION }));
  for (let [path, { type, content }] of files)
    app.get(path, () => new Response(content, { headers: { "Content-Type": type } }));
  return app.get("/sign-in", audited("sign_in", signInRoute(desk, counts))), app.get("/callback", audited("callback", callbackRoute(desk, counts))), app.post("/api/session", audited("session", sessionCall(desk, counts))), app.post("/api/briefing", audited("briefing", agents(briefingRequest, briefingCall(desk)))), app.post("/api/suggestion", audited("suggestion", agents(suggestionRequest, suggestionCall(desk, counts)))), app.post("/api/feedback", audited("feedback", agents(feedbackRequest, feedbackCall(desk)))), app;
}

// src/agent/desk/start.ts
var TO_SEND_HEADERS = 5e3, TO_SEND_ALL = 1e4, SILENT_AT_MOST = 3e4, LOOKED_AT_EVERY = 1e3, SLOW_REQUESTS_END = {
  headersTimeout: TO_SEND_HEADERS,
  requestTimeout: TO_SEND_ALL,
  connectionsCheckingInterval: LOOKED_AT_EVERY
};
function startDesk(desk) {
  let { HOST, PORT } = desk.settings;
  return new Promise((resolve, reject) => {
    let options = {
      fetch: deskApp(desk).fetch,
      hostname: HOST,
      port: PORT,
      serverOptions: SLOW_REQUESTS_END
    }, server = serve(options, ({ address: address2, port }) => {
      let host = address2.includes(":") ? `[${address2}]` : address2;
      resolve({ address: `http://${host}:${port}`, finish: () => finished(server, connections) });
    }), connections = /* @__PURE__ */ new Set();
    server.on("connection", (socket) => {
      connections.add(socket), socket.once("close", () => connections.delete(socket));
    }), server.setTimeout(SILENT_AT_MOST), server.once("error", reject);
  });
}
var IDLE_CLOSED_EVERY = 50, FINISHED_AT_LATEST = 15e3;
function finished(server, connections) {
  return new Promise((resolve) => {
    let timers = [
      setInterval(() => closeIdle(server, connections), IDLE_CLOSED_EVERY),
      setTimeout(() => server.closeAllConnections(), FINISHED_AT_LATEST)
    ];
    server.close(() => {
      timers.forEach(clearTimeout), resolve();
    }), closeIdle(server, connections);
  });
}
function closeIdle(server, connections) {
  server.closeIdleConnections();
  for (let socket of connections) socket.bytesRead === 0 && socket.destroy();
}

// src/agent/desk/server.ts
async function main() {
  let { settings, complaints } = readDeskSettings(process.env);
  if (complaints.length > 0) {
    for (let complaint of complaints) note(complaint);
    process.exitCode = WRONG_SETTINGS;
    return;
  }
  let files = publicFiles(join2(import.meta.dirname, "public"), settings.LIVEPERSON_SDK);
  files.has("/") || note("There is no widget: the folder public must lie beside the desk's file, from the same release");
  let desk = await assembleDesk(settings, files), { address: address2, finish } = await startDesk(desk);
  settings.DESK_SIGN_IN === "none" && note("DESK_SIGN_IN is none: everybody on this machine is the agent local. For trying out only."), note(`${VERSION} listens at ${address2} for ${settings.DESK_PUBLIC_URL.origin}`);
  for (let signal3 of ["SIGTERM", "SIGINT"])
    process.once(signal3, () => {
      finish().then(() => process.exit(0));
    });
}
var WRONG_SETTINGS = 2;
main().catch((error) => {
  note(error.syscall ? error.message : defectOf(error).message), process.exitCode = 1;
});
