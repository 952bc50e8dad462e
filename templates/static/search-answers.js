// What stands about the results: what was found, in words; of each hit the statements that it lies in, with what became of
// a promise, and after all of them the districts and texts in which nothing was found.
window.duizhaoAnswers = (() => {
  "use strict";
  const { offsets } = window.duizhaoLook;
  const { element, counted } = window.duizhaoDraw;
  const { marksOf, answer: later, linked } = window.duizhaoLater;
  const form = document.querySelector("[data-search]");
  const said = form.dataset;
  const SHOWN = 3; // statements of a hit
  const NAMED = 12; // texts that are named one by one

  // The statements that a run of a hit lies in; a gloss is that of its own.
  function heldBy(run, marks) {
    if (run.statement) return marks.filter((mark) => mark.id === run.statement);
    const offset = offsets(run.text);
    return marks.filter(({ span: [from, to] }) =>
      run.spans.some(([start, end]) => start < offset(to) && offset(from) < end),
    );
  }
  // The statements that a hit lies in, in whichever language, each once and as they stand.
  function statementsOf(hit, marks) {
    const [any] = Object.values(marks);
    const here = (of) => (marks[of] || any).filter((mark) => mark.number === hit.number);
    const held = new Set(hit.runs.flatMap((run) => heldBy(run, here(run.language))).map(({ id }) => id));
    return any.filter(({ id }) => held.has(id));
  }
  function lineOf(report, mark) {
    const statement = linked(`reports/${report}/index.html#${mark.id}`, `${said[mark.kind]} ${mark.id}`);
    const found = later(report, mark);
    return element("span", "answer", statement, found.length && said.semicolon, ...found);
  }
  function answer(group, made) {
    const items = [...made.querySelectorAll(".result")];
    const marks = Object.fromEntries(Object.entries(group.marks).map(([of, columns]) => [of, marksOf(columns)]));
    group.hits.forEach((hit, n) => {
      const lines = statementsOf(hit, marks)
        .slice(0, SHOWN)
        .map((mark) => lineOf(group.report, mark));
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
