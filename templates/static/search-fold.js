// Text as the search compares it, folded as the build folded the texts (duizhao/search/pair_index.py).
window.duizhaoFold = (() => {
  "use strict";
  const HAN = "\u2e80"; // from here on all counts as Han
  const isDigit = (char) => char >= "0" && char <= "9";

  // Traditional characters with their Simplified ones, and characters that may stand for others (著 for 着), as `learn`
  // was told; and what each character is folded to, worked out when it is first met.
  const simplified = new Map();
  const seconds = new Map();
  const folds = new Map();
  function learn(table) {
    const plain = [...table.simplified];
    const also = [...table.also];
    seconds.clear();
    [...table.traditional].forEach((char, at) => simplified.set(char, plain[at]));
    for (let at = 0; at < also.length; at += 2) seconds.set(also[at], (seconds.get(also[at]) || "") + also[at + 1]);
    folds.clear();
  }

  function kept(char) {
    const plain = simplified.get(char) || char;
    if (/\p{M}/u.test(plain)) return "";
    return /[\p{L}\p{N}%‰&+.]/u.test(plain) ? plain : "\0";
  }
  function fold(char) {
    if (char === ",") return ",";
    if (char === "'" || char === "’") return "";
    const parts = [...char.normalize("NFKD")];
    return parts.map((part) => [...part.toLowerCase()].map(kept).join("")).join("");
  }
  function fit(char) {
    if (!folds.has(char)) folds.set(char, fold(char));
    return folds.get(char);
  }
  // Each folded character with where in the text the one that it comes from begins and ends.
  function units(text) {
    const found = [];
    let at = 0;
    for (const char of text.replace(/([０-９])，(?=[０-９])/g, "$1,")) {
      for (const unit of fit(char).split("")) found.push([unit, at, at + char.length]);
      at += char.length;
    }
    return found;
  }
  // Folded text, and for each of its characters where in the text the one that it comes from begins and ends.
  function folded(text) {
    const all = units(text);
    const made = [];
    const starts = [];
    const ends = [];
    let parted = false;
    function put(char, start, end) {
      made.push(char);
      starts.push(start);
      ends.push(end);
    }
    const digitAt = (n) => n >= 0 && n < all.length && isDigit(all[n][0]);
    all.forEach(([char, start, end], n) => {
      const inNumber = digitAt(n - 1) && digitAt(n + 1);
      if (char === "," && inNumber) return;
      if (char === "\0" || char === "," || (char === "." && !inNumber)) {
        parted = true;
        return;
      }
      if (parted && made.length && made[made.length - 1] < HAN && char < HAN) put(" ", start, start);
      parted = false;
      put(char, start, end);
    });
    return { text: made.join(""), starts, ends };
  }

  return { HAN, isDigit, learn, folded, simplified, seconds };
})();
