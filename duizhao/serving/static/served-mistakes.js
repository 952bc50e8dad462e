// What is wrong with the last save: over the page, and beside what it is about. What rules say of a place is in English:
// on pages in Chinese it stands behind what kind of mistake it is.
(() => {
  "use strict";
  const { chinese, hearers, made, panel, report } = window.duizhaoServed;
  const words = chinese
    ? { one: "1 处错误", many: "处错误", last: "页面是上一次无误的版本。", failed: "未能生成", more: "其余见终端。" }
    : {
        one: "1 mistake",
        many: "mistakes",
        last: "The page is of the last save without one.",
        failed: "Not built",
        more: "The terminal shows the rest.",
      };

  const english = (name, textContent) => made(name, chinese ? { lang: "en", textContent } : { textContent });

  function placeOf(issue) {
    if (!issue.report || issue.report !== report) return null;
    const found = issue.id && document.getElementById(issue.id);
    if (found) return found.closest(".block") || found;
    const blocks = [...document.querySelectorAll(".text .block")];
    return issue.quote ? blocks.find((one) => one.querySelector(".src").textContent.includes(issue.quote)) : null;
  }

  function item(issue) {
    const parts = [made("code", { textContent: `${issue.place}: ${issue.code}` }), " "];
    if (chinese) parts.push(made("b", { textContent: issue.meaning }), " ");
    parts.push(english("span", issue.message));
    if (issue.line) parts.push(made("samp", { lang: "", textContent: issue.line }));
    if (issue.hint) parts.push(english("small", issue.hint));
    return parts;
  }

  function show(told) {
    for (const note of document.querySelectorAll(".served-note")) note.remove();
    const list = made("ol", {});
    for (const issue of told.issues) {
      list.append(made("li", {}, ...item(issue)));
      const beside = placeOf(issue);
      if (beside) beside.after(made("p", { className: "served-note", role: "note" }, ...item(issue)));
    }
    if (told.failed) return panel([made("p", {}, `${words.failed}: `, english("span", told.failed))]);
    if (!told.count) return panel([]);
    const count = told.count === 1 ? words.one : `${told.count} ${words.many}`;
    const head = made("summary", {}, made("b", { textContent: count }), ` ${words.last}`);
    if (told.count > told.issues.length) list.append(made("li", { textContent: words.more }));
    return panel([made("details", { open: true }, head, list)]);
  }

  hearers.push(show);
})();
