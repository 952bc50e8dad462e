// What is asked: its phrases, the keys that they are looked up by, and where a phrase stands in a text. Nothing is loaded
// or drawn here.
window.duizhaoQuery = (() => {
  "use strict";
  const { HAN, isDigit, folded, simplified, seconds } = window.duizhaoFold;

  // No more of a query is looked for, nor kept in the address: a pattern and an address have their bounds. The field
  // takes no more either (maxlength).
  const LONGEST = 200;
  function bounded(words) {
    if (words.length <= LONGEST) return words;
    return words.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, ""); // no half of a character
  }

  // A phrase: for each folded character what may stand there, itself and, where it is read loosely, its seconds.
  function phraseOf(words, loose) {
    const fit = folded(words);
    const places = [];
    let at = 0;
    for (const char of fit.text) {
      const written = String.fromCodePoint(words.codePointAt(fit.starts[at]));
      const more = loose && seconds.get(written);
      places.push(more && char !== " " ? [char, ...more] : [char]);
      at += char.length;
    }
    const source = (chars) => (chars.length > 1 ? `[${chars.join("")}]` : chars[0].replace(/[.+&]/g, "\\$&"));
    return {
      text: fit.text,
      places,
      pattern: new RegExp(places.map(source).join(""), "g"),
      han: places.some((chars) => chars[0] >= HAN),
      minus: /^\s*[-－﹣−–‐‑‒][0-9０-９]/.test(words),
    };
  }
  const QUOTED = /["“”„「『]([^"“”„「」『』]+)["“”」』](?!\S)|\S+/gu;
  // What is asked: null if that is nothing; `short` if it has one character only. Characters are read as others that
  // they may stand for if one beside them is Traditional for certain; else `again` asks so, for where nothing is found.
  function asked(typed, units, loose) {
    const query = bounded(typed).replace(/([0-9０-９])\s+(?=[%‰％])/g, "$1");
    const chars = [...query];
    const doubtful = chars.some((char) => seconds.has(char));
    const read = loose || chars.some((char) => simplified.has(char));
    const quoted = Array.from(query.matchAll(QUOTED), ([all, within]) => phraseOf(within || all, read));
    const phrases = quoted.filter((phrase) => phrase.text);
    if (!phrases.length) return null;
    const whole = phraseOf(query.replace(/["“”„「」『』]/g, " "), read);
    return {
      phrases,
      whole,
      figure: window.duizhaoFigure?.figureOf(query, units),
      short: whole.places.length < 2,
      again: doubtful && !read ? () => asked(typed, units, true) : null,
    };
  }

  // The keys that a phrase is looked up by, as the build made them; of those that stand for one another any will do.
  const WORD = /[^ %‰+\u2e80-\u{10ffff}]+/gu;
  function chineseKeys({ places }) {
    const pairs = (n) => places[n].flatMap((first) => places[n + 1].map((second) => first + second));
    const all = places.slice(1).map((_, n) => pairs(n));
    return spread(all.filter((key) => !key[0].includes(" ")));
  }
  function englishKeys(phrase) {
    const words = (phrase.text.match(WORD) || []).filter((word) => word.length > 1 || isDigit(word));
    const keys = (word) => (isDigit(word[0]) ? [word, `${word}=`] : beginnings(word));
    return spread(words.flatMap((word) => keys(word).map((key) => [`w${key}`])));
  }
  // The two longest of a word that there are keys of.
  function beginnings(word) {
    const sizes = [9, 6, 3, 2].filter((size) => size <= word.length);
    return sizes.slice(0, 2).map((size) => word.slice(0, size));
  }
  // Each once, the first four of them spread over the phrase, since most often these are enough.
  function spread(keys) {
    const all = [...new Map(keys.map((key) => [key.join(" "), key])).values()];
    const first = [0, 1, 2, 3].map((n) => all[Math.round((n * (all.length - 1)) / 3)]);
    return [...new Set([...first, ...all])].slice(0, all.length);
  }

  // The places of a phrase in folded text. In English a word is matched from its beginning, a number whole. In Chinese
  // any characters are; `cut` says that every place is part of a longer number or word: 8% in 38%, tax in taxi.
  const isWordy = (char) => char !== undefined && char < HAN && !" %‰+".includes(char);
  function spans(run, { text, pattern }, english) {
    const words = text.match(WORD) || [""];
    const numeric = isDigit(words[words.length - 1][0] || "");
    const found = [];
    const begins = isWordy(text[0]);
    const ends = isWordy(text[text.length - 1]);
    found.cut = true;
    pattern.lastIndex = 0;
    for (let match; (match = pattern.exec(run.text)); pattern.lastIndex = match.index + 1) {
      const end = match.index + match[0].length;
      const early = begins && isWordy(run.text[match.index - 1]);
      const late = ends && isWordy(run.text[end]);
      if (english && (early || (late && numeric))) continue;
      if (!early && !late) found.cut = false;
      found.push([run.starts[match.index], run.ends[end - 1]]);
    }
    return found;
  }

  return { asked, bounded, spans, chineseKeys, englishKeys };
})();
