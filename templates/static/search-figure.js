// A figure in whatever notation: the quantity that a query names, if it names one.
window.duizhaoFigure = (() => {
  "use strict";
  const { simplified } = window.duizhaoFold;
  // Powers of ten.
  const SCALES = new Map([
    ["万亿", 12],
    ["千亿", 11],
    ["百亿", 10],
    ["十亿", 9],
    ["亿", 8],
    ["千万", 7],
    ["百万", 6],
    ["十万", 5],
    ["万", 4],
    ["千", 3],
    ["百", 2],
    ["trillion", 12],
    ["tn", 12],
    ["billion", 9],
    ["bn", 9],
    ["b", 9],
    ["million", 6],
    ["mn", 6],
    ["thousand", 3],
    ["hundred", 2],
  ]);
  const SCALE = `(?:(${[...SCALES.keys()].join("|")})(?![a-z]))?`;
  const FIGURE = new RegExp(`^([-−–+]?)([0-9][0-9,]*)(?:\\.([0-9]+))?\\s*${SCALE}\\s*(.*)$`, "i");
  const ABOUT =
    /^(?:约|近|超过|超|逾|达|about|over|nearly)\s*|^(?:人民币|rmb|cny|[¥$])\s*|(?:人民币|以上|左右|多|余)$/gi;

  // Base value, as digits without noughts at either end, and units, none for any; null if the query is no figure of
  // a unit in the texts.
  function figureOf(query, units) {
    const bare = query.normalize("NFKC").trim();
    const unquoted = bare.replace(/^["“「]|["”」,;。、]+$/g, "");
    const plain = unquoted.replace(/./gu, (char) => simplified.get(char) || char);
    const share = plain
      .replace(ABOUT, "")
      .replace(ABOUT, "")
      .replace(/^百分之(.+)$/, "$1%");
    const match = FIGURE.exec(inDigits(share));
    if (!match) return null;
    const [, sign, digits, fraction = "", scale, rest] = match;
    const unit = rest.replace(/^(多|余)/, "").toLowerCase();
    const known = unit ? likeUnits(unit, units) : [];
    if (unit && !known.length) return null;
    const value = scaled(digits.replace(/,/g, ""), fraction, scale ? SCALES.get(scale.toLowerCase()) : 0);
    return { value: (/[-−–]/.test(sign) ? "-" : "") + value, units: known };
  }
  // A word of English that names no unit may stand for a measure word: 535 firms is 535家.
  function likeUnits(unit, units) {
    if (Object.hasOwn(units, unit)) return units[unit];
    if (/^[a-z]+$/.test(unit)) return units["*"];
    const printed = Object.values(units).flat();
    return printed.filter((one) => one === unit);
  }
  function scaled(digits, fraction, scale) {
    const decimals = fraction.padEnd(scale, "0");
    const whole = (digits + decimals.slice(0, scale)).replace(/^0+(?=.)/, "");
    const rest = decimals.slice(scale).replace(/0+$/, "");
    return whole + (rest && `.${rest}`);
  }

  const NUMERALS = "零一二三四五六七八九";
  const TENS = new Map([
    ["十", 10],
    ["百", 100],
    ["千", 1000],
  ]);
  function digitsOf(words) {
    const plain = words.replace(/〇/g, "零").replace(/两/g, "二");
    return plain.replace(/[^十百千]/g, (char) => NUMERALS.indexOf(char));
  }
  // The Chinese numeral of a large figure or a share in digits: 四万人 -> 4万人; 一位 and 三个 are words like others.
  function inDigits(text) {
    const match = /^([一二两三四五六七八九十百千零〇]+)(?:点([一二三四五六七八九零〇]+))?(?=[万亿%])/.exec(text);
    if (!match) return text;
    const [all, whole, fraction] = match;
    const digits = digitsOf(whole);
    const value = /[十百千]/.test(digits) ? counted(digits) : digits;
    if (value === null) return text;
    return value + (fraction ? `.${digitsOf(fraction)}` : "") + text.slice(all.length);
  }
  // 1千2百0五 and the like, its digits in place: tens fall, each has one digit before it at most; else null.
  function counted(words) {
    if (!/^(?:[1-9]千)?0?(?:[1-9]百)?0?(?:[1-9]?十)?[1-9]?$/.test(words) || /[千百][1-9]$/.test(words)) return null;
    let sum = 0;
    for (const [part, digit, ten] of words.matchAll(/(\d?)([十百千]?)/g))
      if (part) sum += (digit === "" ? 1 : Number(digit)) * (TENS.get(ten) || 1);
    return String(sum);
  }

  return { figureOf };
})();
