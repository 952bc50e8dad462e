// Results as elements: a report's group with its hits, each with its marks and the address that it opens.
window.duizhaoDraw = (() => {
  "use strict";
  const said = document.querySelector("[data-search]").dataset;
  const TAGS = { zh: "zh-Hans", en: "en" };
  const WIDTH = { zh: 34, en: 80 }; // characters about a hit
  const WINDOWS = 3; // places of a run that are shown

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.filter(Boolean));
    return made;
  }
  // Words with a count: the form for one stands before the bar, as in duizhao/content/locale.py.
  function counted(words, count) {
    const [one, many] = words.split("|");
    return (count === 1 || !many ? one : many).replace("{count}", count.toLocaleString("en"));
  }

  // English is not cut within a word, and no text within a character.
  const whole = (text, at) => at - /[\udc00-\udfff]/.test(text[at]);
  function before(run, at) {
    if (at <= 0) return 0;
    return run.language === "en" ? run.text.indexOf(" ", at) + 1 : whole(run.text, at);
  }
  function after(run, at) {
    if (at >= run.text.length) return run.text.length;
    return run.language === "en" ? run.text.lastIndexOf(" ", at) : whole(run.text, at);
  }
  // What is shown about the hits of a run; hits that are close share a window.
  function windowsOf(run) {
    const found = [];
    for (const span of run.spans) {
      const last = found[found.length - 1];
      const start = before(run, span[0] - WIDTH[run.language]);
      const end = after(run, span[1] + WIDTH[run.language]);
      if (last && start <= last.end) {
        last.end = end;
        last.spans.push(span);
      } else if (found.length < WINDOWS) found.push({ start, end, spans: [span] });
    }
    return found;
  }
  // The run with its hits marked, cut to what stands about them.
  function snippet(run) {
    const line = element("span", "snippet");
    line.lang = TAGS[run.language];
    line.translate = run.language !== "zh"; // the source's words
    let end = 0;
    for (const one of windowsOf(run)) {
      let at = one.start;
      if (at > 0) line.append(end ? " … " : "…");
      for (const span of one.spans) {
        line.append(run.text.slice(at, span[0]), element("mark", "hit", run.text.slice(span[0], span[1])));
        at = span[1];
      }
      line.append(run.text.slice(at, one.end));
      end = one.end;
    }
    if (end && end < run.text.length) line.append("…");
    return line;
  }
  // The page of the report at the block or card, with the words that are to be marked there.
  function address(hit) {
    const words = hit.runs.flatMap((run) => run.spans.map((span) => run.text.slice(...span)));
    const query = new URLSearchParams([...new Set(words)].slice(0, 12).map((word) => ["hit", word]));
    return `${said.edition.replace(/index\.html$/, "")}reports/${hit.report}/index.html?${query}#${hit.fragment}`;
  }
  function headingOf({ text, language }) {
    if (language === document.documentElement.lang.slice(0, 2)) return text;
    const words = element("span", "", text);
    words.lang = TAGS[language];
    return words;
  }
  function how(hit) {
    if (hit.runs[0].same) return said.same;
    return hit.fragment === hit.block ? "" : said.gloss;
  }
  // What a figure or a statement that was found must not be read without, each once.
  function limitsOf({ limits }) {
    const lines = limits.flatMap(({ scope, caution }) => [
      scope && `${said.scope}${said.colon}${scope}`,
      caution && `${said.refusal}${said.colon}${caution}`,
    ]);
    return [...new Set(lines.filter(Boolean))].map((line) => element("small", "unlike", line));
  }
  function resultOf(hit) {
    const link = element("a");
    const number = hit.block[0] === "p" ? `¶${hit.block.slice(1)}` : said.heading;
    const where = element("span", "where", number, hit.heading && " · ", hit.heading && headingOf(hit.heading));
    if (how(hit)) where.append(" ", element("span", "how", how(hit)));
    link.href = address(hit);
    link.append(where, ...hit.runs.map(snippet), ...limitsOf(hit));
    const item = element("li", "result", link);
    const { report, block, rank } = hit;
    Object.assign(item.dataset, { report, block, rank, statements: hit.statements.join(" ") });
    return item;
  }
  function groupOf(group) {
    const date = group.inferred ? said.inferred.replace("{date}", group.date) : group.date;
    const title = element("h2", "", group.district + said.colon + group.title, element("small", "", date));
    const made = element("section", "result-group", title, element("ol", "", ...group.hits.map(resultOf)));
    made.dataset.best = group.best;
    return made;
  }

  return { element, counted, groupOf };
})();
