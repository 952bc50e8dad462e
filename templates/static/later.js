// What became of the promises of a text, of the places of its statements that come with its scripts
// (duizhao/search/marks.py): the kind of evidence leads to the promise's row, each later place to its words.
window.duizhaoLater = (() => {
  "use strict";
  const said = document.querySelector("[data-later-words]").dataset;
  const edition = said.edition.replace(/index\.html$/, ""); // the folder of this language's pages
  const language = document.documentElement.lang === "en" ? "en" : "zh";
  const evidence = said.evidence.split("|");
  const PLACE = /([0-9]+)([a-z][0-9]+)([a-z][0-9]+)?/g; // of a text, a block of it, and a statement there
  const KINDS = { t: "target", k: "task", r: "result", s: "situation" };

  // The statements of a text where they stand in it, of the columns that its script has.
  function marksOf([letters = "", odd, numbers, gaps, lengths, followed, later, texts]) {
    const digits = {};
    const promises = later ? later.split(",") : [];
    let end = 0;
    return Array.from(letters, (letter, n) => {
      digits[letter] = odd[n] || String(Number(digits[letter]) + 1).padStart(digits[letter].length, "0");
      const start = (numbers[n] === numbers[n - 1] ? end : 0) + gaps[n];
      end = start + lengths[n];
      const found = followed[n];
      const places = (found === "-" ? "" : promises.shift()) || "";
      return {
        id: letter + digits[letter],
        number: numbers[n],
        span: [start, end],
        kind: KINDS[letter],
        found,
        texts,
        later: Array.from(places.matchAll(PLACE), ([, text, block, id]) => [Number(text), block, id]),
      };
    });
  }
  function linked(path, words) {
    const link = document.createElement("a");
    link.textContent = words;
    link.href = edition + path;
    return link;
  }
  // The paragraph of later words, behind the name of their text where that was not named last.
  function placeOf(texts, [text, block, id], last) {
    const name = block[0] === "p" ? said.laterBlock.replace("{block}", block.slice(1)) : said.laterHeading;
    if (!last || last[0] !== text) {
      const words = { report: texts[text][1][language], block: name };
      return said.laterPlace.replace(/\{(\w+)\}/g, (_, key) => words[key]);
    }
    return id && block === last[1] ? id : name;
  }
  // The parts of a line on a promise of a text; none of what has no row.
  function answer(report, { id, found, later, texts }) {
    if (found === "-") return [];
    const head = document.createElement("b");
    head.textContent = said.later;
    const ways = later.flatMap((place, n) => [
      said.semicolon,
      linked(`reports/${texts[place[0]][0]}/index.html#${place[2] || place[1]}`, placeOf(texts, place, later[n - 1])),
    ]);
    return [head, said.colon, linked(`follow-up/${report}/index.html#${id}`, evidence[Number(found)]), ...ways];
  }

  return { marksOf, answer, linked };
})();
