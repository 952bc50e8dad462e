// The card of a follow-up: a promise, the later words that may speak of it, and the form that says what they are.
window.duizhaoEditLink = (() => {
  "use strict";
  const { made, chinese } = window.duizhaoServed;
  const words = window.duizhaoEditWords;
  const { choice } = window.duizhaoEditFigures;
  const { about } = window.duizhaoEditCard;
  const { finder } = window.duizhaoEditFind;
  const isReady = (item) => item.promise.coded && item.later.coded;

  function promiseOf(item) {
    const { report, id, quote, coded } = item.promise;
    const href = `../${encodeURIComponent(report)}/${coded ? `#${id}` : ""}`;
    const link = made("a", { href, textContent: about({ ...item.promise, entry: null }) });
    return said(quote, words.promise, link);
  }

  const said = (quote, ...parts) =>
    made(
      "div",
      {},
      made("small", {}, ...parts.flatMap((one, at) => (at ? [" · ", one] : [one]))),
      made("blockquote", { lang: "zh-Hans", textContent: quote }),
    );

  const pairOf = (item) =>
    made("div", { className: "edit-pair" }, promiseOf(item), said(item.later.quote, words.later));

  // The promise left, the later words right, as in a 对照表.
  function nodes(item) {
    const list = made("dl", { className: "edit-link" });
    const row = (name, value) => list.append(made("dt", { textContent: name }), made("dd", { textContent: value }));
    row(words.grounds, item.grounds.map((one) => words.groundsOf[one] || one).join(chinese ? "、" : ", "));
    row(words.confidence, item.confidence);
    const waits = [!item.later.coded && words.acceptLater, !item.promise.coded && words.acceptPromise].filter(Boolean);
    return [pairOf(item), list, ...waits.map((textContent) => made("p", { className: "edit-first", textContent }))];
  }

  // A key for each kind of evidence: pressed, it opens the form with that one chosen.
  function choices(item, open) {
    const buttons = words.codesOf("evidence").map(([name, text], at) => {
      const node = made("button", { type: "button", className: "edit-button", disabled: !isReady(item) });
      node.append(text, " ", made("kbd", { textContent: String(at + 1) }));
      node.addEventListener("click", () => open(name));
      return node;
    });
    return made("p", { role: "group", ariaLabel: words.evidence }, ...buttons);
  }

  function fieldsOf(told, item, evidence, field) {
    const numbered = words.codesOf("evidence").map(([one, text], at) => [one, `${at + 1} ${text}`]);
    const languages = ["zh", "en"].filter((one) => told.languages.includes(one));
    const because = languages.map((one) => {
      const area = made("textarea", { rows: 2, lang: one === "zh" ? "zh-Hans" : "en" });
      return field(`because_${one}`, area, "");
    });
    const given = () => ({ what: "promise", near: item.later.quote });
    const promise = finder("promise", given, (row) => (promise.input.value = row.name));
    promise.input.value = item.promise.name;
    return [field("evidence", choice([["", ""], ...numbered]), evidence), ...because, promise.node];
  }

  return { nodes, pairOf, promiseOf, choices, fieldsOf, isReady };
})();
