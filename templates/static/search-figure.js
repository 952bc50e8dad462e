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
  // No scale is the beginning of a unit or another word: 50千瓦, 3百分点, 5 barrels.
  const [CHINESE, ENGLISH] = [/[^a-z]/, /[a-z]/].map((kind) =>
    [...SCALES.keys()].filter((one) => kind.test(one)).join("|"),
  );
  const SCALE = `(?:(?!千[克米瓦伏]|百分)(${CHINESE}|(?:${ENGLISH})(?=s?(?![a-z])))s?)?`;
  const FIGURE = new RegExp(`^([0-9][0-9,]*)(?:\\.([0-9]+))?\\s*[余多]?${SCALE}\\s*(.*)$`, "i");
  const MONEY = new Map(
    Object.entries({
      元: ["¥", "人民币", "rmb", "cny", "renminbi"],
      美元: ["us$", "$", "usd"],
      欧元: ["€", "eur"],
      港元: ["hk$", "hkd"],
      英镑: ["£", "gbp"],
    }).flatMap(([unit, signs]) => signs.map((sign) => [sign, unit])),
  );
  const SIGNS = [...MONEY.keys()].map((sign) => sign.replace("$", "\\$")).join("|");
  // What stands before a number: how it is meant, as in a text (duizhao/text/lexicon.py), its sign, or money.
  const ABOUT =
    "大?[约概]有?|差不多|[将接]?近|不?[少低小下高多大]于|[不未][下到足及满止只]于?|[至最][少多]|起码|不?超[过出]|突破|" +
    "双?[超过破上]|逾|达到?|或者?|等于|不[得能应可会宜准许要]|没有|未|[≥≤≧≦<>=+]|about|over|nearly";
  const BEFORE = new RegExp(`^(?:${ABOUT}|(负|零下|[-−–‐‒])|(${SIGNS}|[美欧港]元))\\s*`, "i");

  // Base value, as digits without noughts at either end, and units, none for any; null if the query is no figure of
  // a unit in the texts.
  function figureOf(query, units) {
    const { words, minus, money } = bare(query);
    const match = FIGURE.exec(inDigits(words.replace(/^百分之(.+)$/, "$1%")));
    if (!match) return null;
    const [, digits, fraction = "", scale, rest] = match;
    const unit = rest.replace(/^[多余]/, "").toLowerCase();
    let known = unit ? likeUnits(unit, units) : [];
    if (money) {
      const paid = likeUnits(money, units);
      known = unit ? known.filter((one) => paid.includes(one)) : paid;
    }
    if ((unit || money) && !known.length) return null;
    const value = scaled(digits.replace(/,/g, ""), fraction, scale ? SCALES.get(scale.toLowerCase()) : 0);
    return { value: minus + value, units: known };
  }
  // A query without what stands about its number, its sign, and the unit of the money that it is in.
  function bare(query) {
    const unquoted = query
      .normalize("NFKC")
      .trim()
      .replace(/^["“「]|["”」,;.。、]+$/g, "");
    let words = unquoted.replace(/./gu, (char) => simplified.get(char) || char);
    let minus = "";
    let money = "";
    for (let found; (found = BEFORE.exec(words)); words = words.slice(found[0].length)) {
      if (found[1]) minus = "-";
      if (found[2]) money = MONEY.get(found[2].toLowerCase()) || found[2];
    }
    words = words.replace(/(?:以[上下内]|左右|[多余内])$/, "");
    if (/.人民币$/.test(words)) {
      money = money || "元";
      words = words.slice(0, -3);
    }
    return { words, minus, money };
  }

  // Plurals may stand for a measure word, 535 firms is 535家; not those of units, whether or not the texts have them.
  const PLURAL = /^[a-z]{2,}[^ius\W]s$/;
  const MEASURED = new RegExp(
    "^(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries|tons|tonnes|.*grams|kilos|.*met(?:re|er)s|" +
      "litres|liters|miles|yards|acres|hectares|.*watts|.*-hours|.*volts|degrees|times|points|.*flops|[tp]ops|[gmt]bps|.*bytes|bits|" +
      "dollars|euros|pounds|cents|households|person-times|persons|tens|dozens|.*(?:thousand|illion|hundred)s)$",
  );
  function likeUnits(unit, units) {
    if (unit !== "*" && Object.hasOwn(units, unit)) return units[unit];
    const named = MONEY.get(unit);
    if (named) return likeUnits(named, units);
    const all = Object.values(units).flat();
    const printed = all.filter((one) => one.normalize("NFKC").toLowerCase() === unit);
    return !printed.length && PLURAL.test(unit) && !MEASURED.test(unit) ? units["*"] : printed;
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
