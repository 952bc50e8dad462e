// The hits of a report as they are shown: the runs with their marks, how close they are, and the heading above them.
window.duizhaoHits = (() => {
  "use strict";
  const { textOf } = window.duizhaoLoad;
  const { RANK, lookedThrough, offsets } = window.duizhaoLook;
  const language = document.documentElement.lang === "en" ? "en" : "zh";

  const isComplete = (unit) => unit.met.length > 0 && unit.met.every(Boolean);
  const isHit = (block) => block.same.length || block.units.some(isComplete);
  const isChinese = (block) =>
    block.same.length || block.units.some(({ runs }) => runs.some((r) => r.language === "zh"));

  // The hits among the candidate blocks of a report; null if there are none.
  async function hitsOf(report, found, question, filters) {
    const hits = (await lookedThrough(report, found, question, filters)).filter(isHit);
    if (!hits.length) return null;
    const of = hits.some(isChinese) ? "zh" : "en";
    const text = await textOf(report, `text.${of}`);
    const shown = hits.map((block) => hit(report, block, text, of)).sort((a, b) => a.rank - b.rank);
    return {
      report: report.id,
      marks: await marksOf(report, shown, of),
      title: text.title[language],
      district: text.district[language],
      date: text.date[language],
      inferred: text.inferred,
      best: shown[0].rank,
      hits: shown,
    };
  }
  // The places of the statements in each language in which something is shown; its text has been looked through.
  async function marksOf(report, hits, of) {
    const runs = hits.flatMap((one) => one.runs).filter((run) => !run.statement);
    const languages = [...new Set([of, ...runs.map((run) => run.language)])];
    const texts = await Promise.all(languages.map((one) => textOf(report, `text.${one}`)));
    return Object.fromEntries(texts.map((text, n) => [languages[n], text.marks]));
  }
  // A hit; `of` is the language of the text.
  function hit(report, block, text, of) {
    const row = text.blocks[block.number];
    const complete = block.units.filter(isComplete);
    const rank = Math.min(RANK.SAME, ...complete.map((unit) => unit.rank));
    const runs = rank < RANK.SAME ? closest(complete, rank) : [figured(block, row[1])];
    for (const run of runs) run.spans = merged(run.spans);
    return {
      report: report.id,
      block: row[0],
      number: block.number,
      fragment: runs[0].statement || row[0],
      rank,
      runs,
      heading: headingOf(text, block.number, of),
      statements: block.same.map((one) => one.statement),
      limits: [...block.same, ...runs].map((one) => one.limits).filter(Boolean),
    };
  }
  function figured(block, text) {
    const spans = block.same.map((one) => one.span.map(offsets(text)));
    return { language: "zh", text, statement: "", same: true, spans };
  }
  // The runs that are shown; a gloss only where the text that it stands for has no hit.
  function closest(units, rank) {
    const shown = [];
    for (const run of units.flatMap((unit) => unit.runs)) {
      if (rank < RANK.APART && run.rank === RANK.APART) continue;
      const same = shown.find((one) => one.text === run.text);
      const { text, statement = "", limits } = run;
      if (same) same.spans.push(...run.spans);
      else shown.push({ language: run.language, text, spans: [...run.spans], statement, limits, same: false });
    }
    const texts = shown.filter((run) => !run.statement);
    return texts.length ? texts : shown.slice(0, 2);
  }
  const isHeading = (row) => row[0][0] === "h";
  // The heading that a paragraph stands under, in the page's language where it has it; a row of a heading has its words
  // in the other language too.
  function headingOf(text, number, of) {
    const row = isHeading(text.blocks[number]) ? null : text.blocks.slice(0, number).reverse().find(isHeading);
    if (!row) return null;
    const [, here, there] = row;
    const words = of === "zh" ? { zh: here, en: there } : { zh: there, en: here };
    return words[language] ? { text: words[language], language } : { text: words.zh, language: "zh" };
  }
  function merged(spans) {
    const all = [];
    for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = all[all.length - 1];
      if (last && start < last[1]) last[1] = Math.max(last[1], end);
      else all.push([start, end]);
    }
    return all;
  }

  return { hitsOf };
})();
