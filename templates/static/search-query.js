// What is asked, folded as the build folded the texts (duizhao/index.py), and where it stands in a text. Nothing is loaded
// or drawn here: search.js looks the keys up, search-page.js shows what was found.
window.duizhaoQuery = (function () {
  "use strict";
  const HAN = "\u2e80"; // from here on all counts as Han
  const digit = function (char) { return char >= "0" && char <= "9"; };

  // Traditional characters with their Simplified ones, and characters that may stand for others (著 for 着), as `learn`
  // was told; and what each character is folded to, worked out when it is first met.
  const simplified = new Map(), seconds = new Map(), folds = new Map();
  function learn(table) {
    const plain = Array.from(table.simplified), also = Array.from(table.also);
    seconds.clear();
    Array.from(table.traditional).forEach(function (char, at) { simplified.set(char, plain[at]); });
    for (let at = 0; at < also.length; at += 2) seconds.set(also[at], (seconds.get(also[at]) || "") + also[at + 1]);
    folds.clear();
  }

  function kept(char) {
    const plain = simplified.get(char) || char;
    return /\p{M}/u.test(plain) ? "" : /[\p{L}\p{N}%‰&+.]/u.test(plain) ? plain : "\0";
  }
  function fold(char) {
    if (char === ",") return ",";
    if (char === "'" || char === "’") return "";
    const parts = Array.from(char.normalize("NFKD"));
    return parts.map(function (part) { return Array.from(part.toLowerCase()).map(kept).join(""); }).join("");
  }
  // Folded text, and for each of its characters where in the text the one that it comes from begins and ends.
  function folded(text) {
    const chars = [], origins = [], made = [], starts = [], ends = [];
    let at = 0, parted = false;
    for (const char of text.replace(/([０-９])，(?=[０-９])/g, "$1,")) {
      let fit = folds.get(char);
      if (fit === undefined) folds.set(char, fit = fold(char));
      for (const unit of fit.split("")) { chars.push(unit); origins.push([at, at + char.length]); }
      at += char.length;
    }
    function put(char, start, end) { made.push(char); starts.push(start); ends.push(end); }
    chars.forEach(function (char, n) {
      const inNumber = digit(chars[n - 1] || "") && digit(chars[n + 1] || "");
      if (char === "," && inNumber) return;
      if (char === "\0" || char === "," || (char === "." && !inNumber)) { parted = true; return; }
      const [start, end] = origins[n];
      if (parted && made.length && made[made.length - 1] < HAN && char < HAN) put(" ", start, start);
      parted = false;
      put(char, start, end);
    });
    return { text: made.join(""), starts: starts, ends: ends };
  }

  // A phrase: for each folded character what may stand there, itself and, where it is read loosely, its seconds.
  function phraseOf(words, loose) {
    const fit = folded(words), places = [];
    let at = 0;
    for (const char of fit.text) {
      const written = String.fromCodePoint(words.codePointAt(fit.starts[at])), more = loose && seconds.get(written);
      places.push(more && char !== " " ? [char, ...more] : [char]);
      at += char.length;
    }
    const pattern = places.map(function (chars) {
      return chars.length > 1 ? "[" + chars.join("") + "]" : chars[0].replace(/[.+&]/g, "\\$&");
    });
    return { text: fit.text, places: places, pattern: new RegExp(pattern.join(""), "g"),
      han: places.some(function (chars) { return chars[0] >= HAN; }), minus: /^\s*[-−–][0-9０-９]/.test(words) };
  }
  const QUOTED = /["“”„「『]([^"“”„「」『』]+)["“”」』](?!\S)|\S+/gu;
  // What is asked: null if that is nothing; `short` if it has one character only. Characters are read as others that
  // they may stand for if one beside them is Traditional for certain; else `again` asks so, for where nothing is found.
  function asked(typed, units, loose) {
    const query = typed.replace(/([0-9０-９])\s+(?=[%‰％])/g, "$1");
    const chars = Array.from(query), doubtful = chars.some(function (char) { return seconds.has(char); });
    const read = loose || chars.some(function (char) { return simplified.has(char); });
    const phrases = Array.from(query.matchAll(QUOTED), function (match) { return phraseOf(match[1] || match[0], read); })
      .filter(function (phrase) { return phrase.text; });
    if (!phrases.length) return null;
    const whole = phraseOf(query.replace(/["“”„「」『』]/g, " "), read);
    return {
      phrases: phrases,
      whole: whole,
      figure: figureOf(query, units),
      short: whole.places.length < 2,
      again: doubtful && !read ? function () { return asked(typed, units, true); } : null,
    };
  }

  const SCALES = { "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2,
    trillion: 12, tn: 12, billion: 9, bn: 9, b: 9, million: 6, mn: 6, thousand: 3, hundred: 2 };
  const FIGURE = new RegExp("^([-−–+]?)([0-9][0-9,]*)(?:\\.([0-9]+))?\\s*(?:(" + Object.keys(SCALES).join("|") + ")(?![a-z]))?\\s*(.*)$", "i");
  const ABOUT = /^(?:约|近|超过|超|逾|达|about|over|nearly)\s*|^(?:人民币|rmb|cny|[¥$])\s*|(?:人民币|以上|左右|多|余)$/gi;
  // Base value, as digits without noughts at either end, and units, none for any; null if the query is no figure of
  // a unit in the texts. A word of English that names none may stand for a measure word: 535 firms is 535家.
  function figureOf(query, units) {
    const bare = query.normalize("NFKC").trim().replace(/^["“「]|["”」,;。、]+$/g, "");
    const plain = bare.replace(/./gu, function (char) { return simplified.get(char) || char; });
    const match = FIGURE.exec(inDigits(plain.replace(ABOUT, "").replace(ABOUT, "").replace(/^百分之(.+)$/, "$1%")));
    if (!match) return null;
    const scale = match[4] ? SCALES[match[4].toLowerCase()] : 0, decimals = (match[3] || "").padEnd(scale, "0");
    const whole = (match[2].replace(/,/g, "") + decimals.slice(0, scale)).replace(/^0+(?=.)/, ""), rest = decimals.slice(scale).replace(/0+$/, "");
    const unit = match[5].replace(/^(多|余)/, "").toLowerCase();
    const printed = Object.values(units).flat().filter(function (one) { return one === unit; });
    const known = Object.hasOwn(units, unit) ? units[unit] : /^[a-z]+$/.test(unit) ? units["*"] : printed;
    if (unit && !known.length) return null;
    return { value: (/[-−–]/.test(match[1]) ? "-" : "") + whole + (rest && "." + rest), units: unit ? known : [] };
  }
  const NUMERALS = "零一二三四五六七八九", TENS = { "十": 10, "百": 100, "千": 1000 };
  // The Chinese numeral of a large figure or a share in digits: 四万人 -> 4万人; 一位 and 三个 are words like others.
  function inDigits(text) {
    const match = /^([一二两三四五六七八九十百千零〇]+)(?:点([一二三四五六七八九零〇]+))?(?=[万亿%])/.exec(text);
    if (!match) return text;
    function digits(words) {
      return words.replace(/〇/g, "零").replace(/两/g, "二").replace(/[^十百千]/g, function (char) { return NUMERALS.indexOf(char); });
    }
    const whole = digits(match[1]), value = /[十百千]/.test(whole) ? counted(whole) : whole;
    return value === null ? text : value + (match[2] ? "." + digits(match[2]) : "") + text.slice(match[0].length);
  }
  // 1千2百0五 and the like, its digits in place: tens fall, each has one digit before it at most; else null.
  function counted(words) {
    if (!/^(?:[1-9]千)?0?(?:[1-9]百)?0?(?:[1-9]?十)?[1-9]?$/.test(words) || /[千百][1-9]$/.test(words)) return null;
    return String(Array.from(words.matchAll(/(\d?)([十百千]?)/g)).reduce(function (sum, part) {
      return sum + (part[0] ? (part[1] === "" ? 1 : Number(part[1])) * (TENS[part[2]] || 1) : 0);
    }, 0));
  }

  // The keys that a phrase is looked up by, as the build made them; of those that stand for one another any will do.
  const WORD = /[^ %‰+\u2e80-\u{10ffff}]+/gu;
  function chineseKeys(phrase) {
    return spread(phrase.places.slice(1).map(function (seconds, n) {
      return phrase.places[n].flatMap(function (first) { return seconds.map(function (second) { return first + second; }); });
    }).filter(function (pairs) { return pairs[0].indexOf(" ") < 0; }));
  }
  function englishKeys(phrase) {
    const words = (phrase.text.match(WORD) || []).filter(function (word) { return word.length > 1 || digit(word); });
    return spread(words.map(function (word) { return ["w" + (digit(word[0]) ? word : word.slice(0, word.length > 5 ? 6 : 3))]; }));
  }
  // Each once, the first four of them spread over the phrase, since most often these are enough.
  function spread(keys) {
    const all = Array.from(new Map(keys.map(function (key) { return [key.join(" "), key]; })).values());
    const first = [0, 1, 2, 3].map(function (n) { return all[Math.round(n * (all.length - 1) / 3)]; });
    return Array.from(new Set(first.concat(all))).slice(0, all.length);
  }

  // The places of a phrase in folded text. In English a word is matched from its beginning, a number whole. In Chinese
  // any characters are; `cut` says that every place is part of a longer number or word: 8% in 38%, tax in taxi.
  const wordy = function (char) { return char !== undefined && char < HAN && " %‰+".indexOf(char) < 0; };
  function spans(run, phrase, english) {
    const words = phrase.text.match(WORD) || [""], numeric = digit(words[words.length - 1][0] || ""), found = [];
    const begins = wordy(phrase.text[0]), ends = wordy(phrase.text[phrase.text.length - 1]), pattern = phrase.pattern;
    found.cut = true;
    pattern.lastIndex = 0;
    for (let match; (match = pattern.exec(run.text)); pattern.lastIndex = match.index + 1) {
      const end = match.index + match[0].length, early = begins && wordy(run.text[match.index - 1]), late = ends && wordy(run.text[end]);
      if (english && (early || (late && numeric))) continue;
      if (!early && !late) found.cut = false;
      found.push([run.starts[match.index], run.ends[end - 1]]);
    }
    return found;
  }

  return { learn: learn, asked: asked, folded: folded, spans: spans, figureOf: figureOf, chineseKeys: chineseKeys, englishKeys: englishKeys };
})();
