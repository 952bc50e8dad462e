// The candidates, read: which blocks, or with a kind or a theme chosen which statements, hold what is asked, and how close.
window.duizhaoLook = (() => {
  "use strict";
  const { folded } = window.duizhaoFold;
  const { spans } = window.duizhaoQuery;
  const { textOf, statementsOf } = window.duizhaoLoad;
  const language = document.documentElement.lang === "en" ? "en" : "zh";
  const texts = document.querySelector("[data-search]").dataset.languages.split(" "); // Chinese, and English if any

  // How close a hit is to what was asked: as it was asked, so but within a longer word or number, all its words, another
  // notation of the same figure.
  const RANK = { AS_ASKED: 0, WITHIN: 1, APART: 2, SAME: 3 };
  // What is looked through as one: a block or a statement. `met` says of each phrase whether a run of it has been found
  // to hold it.
  const unitOf = (block, question) => ({ block, met: question.phrases.map(() => false), runs: [], rank: RANK.APART });
  // A run of text in one language; of a part of it, `folded` is that part and `at` where it begins.
  function runOf(of, text, more = {}) {
    return { language: of, text, folded: more.folded || folded(text), at: 0, spans: [], ...more };
  }
  // What a statement must not be read without: its scope, and why its figures may not be compared.
  const limitsOf = ({ scope, caution }) => ({ scope: scope?.[language], caution: caution?.[language] });
  const glossOf = (statement) => runOf("en", statement.gloss, { statement: statement.id, limits: limitsOf(statement) });
  const ofBlock = (block) => (statement) => statement.number === block.number;
  function chosenBy(filters) {
    return (one) =>
      (!filters.kind || one.kind === filters.kind) && (!filters.theme || one.themes.includes(filters.theme));
  }

  // A minus before a number; behind another number or a letter it is none: 3-6%, 4万–7万, COVID-19.
  const MINUS = /^(?:|[^\da-zA-Z０-９%％‰℃万亿])[-－﹣−–‐‑‒]$|负$/;
  function placesIn(run, phrase) {
    const found = spans(run.folded, phrase, run.language === "en");
    const placed = found.map(([start, end]) => [start + run.at, end + run.at]);
    const isNegative = ([start]) => MINUS.test(run.text.slice(Math.max(start - 2, 0), start));
    return { spans: phrase.minus ? placed.filter(isNegative) : placed, cut: found.cut };
  }
  function rankOf(together) {
    if (!together.spans.length) return RANK.APART;
    return together.cut ? RANK.WITHIN : RANK.AS_ASKED;
  }
  // Notes which phrases the runs of a unit hold, and how close to what was asked.
  function look(unit, runs, question) {
    for (const run of runs) {
      const together = placesIn(run, question.whole);
      run.rank = rankOf(together);
      question.phrases.forEach((phrase, n) => {
        const found = placesIn(run, phrase).spans;
        if (found.length) unit.met[n] = true;
        if (run.rank === RANK.APART) run.spans.push(...found);
      });
      if (run.rank < RANK.APART) run.spans = together.spans;
      unit.rank = Math.min(unit.rank, run.rank);
    }
    unit.runs.push(...runs.filter((run) => run.spans.length));
  }

  // Blocks are looked through in one text after the other, each loaded only while a block may have its phrase in it.
  async function inBlocks(report, blocks, found, question) {
    const chineseFirst = language === "zh" || question.phrases.some((phrase) => phrase.han);
    for (const block of blocks) block.units.push(unitOf(block, question));
    const units = blocks.flatMap((block) => block.units);
    function open(of) {
      return units.filter((unit) => unit.met.some((met, n) => !met && found.maybe(n, of, unit.block.place)));
    }
    for (const of of chineseFirst ? texts : [...texts].reverse()) {
      const here = open(of);
      const text = here.length && (await textOf(report, `text.${of}`));
      for (const unit of here) {
        const words = text.blocks[unit.block.number][1];
        if (words !== null) look(unit, [runOf(of, words)], question); // null: a block without English
      }
    }
    const rest = open("en");
    const statements = rest.length ? await statementsOf(report) : [];
    for (const unit of rest) look(unit, statements.filter(ofBlock(unit.block)).map(glossOf), question);
  }
  // Each statement that was chosen is looked through by itself, its quote in the block and its gloss.
  async function inStatements(report, blocks, question, filters) {
    if (!blocks.length) return;
    const [text, every] = await Promise.all([textOf(report, "text.zh"), statementsOf(report)]);
    const statements = every.filter(chosenBy(filters));
    for (const block of blocks) {
      const whole = text.blocks[block.number][1];
      const offset = offsets(whole);
      for (const one of statements.filter(ofBlock(block))) {
        const unit = unitOf(block, question);
        const start = offset(one.start);
        const quote = runOf("zh", whole, { folded: folded(whole.slice(start, offset(one.end))), at: start });
        look(unit, [quote, glossOf(one)], question);
        block.units.push(unit);
      }
    }
  }
  // From code points to the places that JavaScript counts.
  function offsets(text) {
    const chars = [...text];
    return (count) => (chars.length === text.length ? count : chars.slice(0, count).join("").length);
  }
  // Notes the figures of a block that are the quantity asked for.
  async function forFigure(report, blocks, figure, filters) {
    if (!blocks.length) return;
    const statements = (await statementsOf(report)).filter(chosenBy(filters));
    for (const block of blocks)
      for (const one of statements.filter(ofBlock(block)))
        for (const [start, end, unit, ...values] of one.figures)
          if (values.includes(figure.value) && (!figure.units.length || figure.units.includes(unit)))
            block.same.push({ statement: one.id, span: [start, end], limits: limitsOf(one) });
  }

  // The candidate blocks of a report with what was found in them.
  async function lookedThrough(report, found, question, filters) {
    const blocks = report.places.map((place) => ({ place, number: place - report.first, units: [], same: [] }));
    const open = blocks.filter((block) => found.every(block.place));
    const figured = question.figure ? blocks.filter((block) => found.figure.has(block.place)) : [];
    const chosen = filters.kind || filters.theme;
    await Promise.all([
      chosen ? inStatements(report, open, question, filters) : inBlocks(report, open, found, question),
      forFigure(report, figured, question.figure, filters),
    ]);
    return blocks;
  }

  return { RANK, lookedThrough, offsets };
})();
