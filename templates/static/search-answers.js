// What stands about the results: what was found, in words; of each hit the statements that it lies in, with what became of a promise, and after all
// of them the districts and texts in which nothing was found.
window.duizhaoAnswers = (() => {
  "use strict";
  const { offsets } = window.duizhaoLook;
  const { element, counted } = window.duizhaoDraw;
  const form = document.querySelector("[data-search]");
  const said = form.dataset;
  const edition = said.edition.replace(/index\.html$/, "");
  const evidence = said.evidence.split("|");
  const KINDS = { t: "target", k: "task", r: "result", s: "situation" };
  const SHOWN = 3; // statements of a hit
  const NAMED = 12; // texts that are named one by one

  // The statements of a text where they stand in it: rows of the columns that its script has.
  function marksOf([ids = [], numbers, starts, lengths, followed] = []) {
    return ids.map((id, n) => {
      const span = [starts[n], starts[n] + lengths[n]];
      return { id, number: numbers[n], span, kind: KINDS[id[0]], found: followed[n] };
    });
  }
  // True of a statement that a run of a hit lies in; a gloss names its own.
  function holds(mark, run) {
    if (run.statement || run.language !== "zh") return run.statement === mark.id;
    const [from, to] = mark.span.map(offsets(run.text));
    return run.spans.some(([start, end]) => start < to && from < end);
  }
  function linked(path, words) {
    const link = element("a", "", words);
    link.href = edition + path;
    return link;
  }
  function lineOf(report, { id, kind, found }) {
    const line = element("span", "answer", linked(`reports/${report}/index.html#${id}`, `${said[kind]} ${id}`));
    if (found === "-") return line;
    line.append(said.semicolon, said.later, said.colon);
    line.append(linked(`follow-up/${report}/index.html#${id}`, evidence[Number(found)]));
    return line;
  }
  function answer(group, made) {
    const items = [...made.querySelectorAll(".result")];
    const marks = marksOf(group.marks);
    group.hits.forEach((hit, n) => {
      const mine = marks.filter((mark) => mark.number === hit.number && hit.runs.some((run) => holds(mark, run)));
      const lines = mine.slice(0, SHOWN).map((mark) => lineOf(group.report, mark));
      if (lines.length) items[n].append(element("p", "answers", ...lines));
    });
  }

  // The districts without a hit, then single texts of others; of many how many there are.
  function silent(found, filters) {
    const { report, district } = form.elements;
    const wanted = [...report.options].filter(
      ({ value, dataset }) =>
        value &&
        (!filters.report || filters.report === value) &&
        (!filters.district || filters.district === dataset.district) &&
        (!filters.year || filters.year === dataset.year),
    );
    const without = wanted.filter(({ value }) => !found.has(value));
    const spoken = new Set(wanted.filter(({ value }) => found.has(value)).map((one) => one.dataset.district));
    const mute = [...district.options].filter(
      ({ value }) => !spoken.has(value) && without.some((one) => one.dataset.district === value),
    );
    const single = without.filter((one) => spoken.has(one.dataset.district));
    const names = (options) => options.map((one) => one.textContent.trim()).join(said.comma);
    const list = element("dl", "unheard");
    if (mute.length) list.append(element("dt", "", said.mute), element("dd", "", names(mute)));
    if (single.length) {
      const many = said.many.replace("{n}", single.length);
      list.append(element("dt", "", said.without), element("dd", "", single.length > NAMED ? many : names(single)));
    }
    return list;
  }

  // What was found, in words.
  function summary(state, done) {
    const found = { passages: counted(said.passages, state.passages), texts: counted(said.texts, state.texts) };
    const words = (done ? said.found : said.soFar).replace(/\{(\w+)\}/g, (_, name) => found[name]);
    return words + (state.names.length ? counted(said.named, state.names.length) : "");
  }
  // A way to search for one word alone.
  function singly(word) {
    const link = element("a", "", word);
    link.href = `?${new URLSearchParams({ q: word })}`;
    return link;
  }

  return { summary, singly, answer, silent };
})();
