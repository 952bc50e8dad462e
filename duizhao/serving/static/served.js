// Only while a site is served: hears of each save, loads the page again with its place kept, shows what is wrong.
// A page's policy lets it ask for scripts alone: the server answers with one when there is something to hear.
window.duizhaoServed = (() => {
  "use strict";
  const { own, token, site, page } = document.currentScript.dataset;
  const KEPT = "duizhao-served-place";
  const chinese = document.documentElement.lang.startsWith("zh");
  const words = chinese
    ? {
        one: "1 处错误",
        many: "处错误",
        last: "页面是上一次无误的版本。",
        gone: "服务已停止。",
        failed: "无法生成",
        more: "其余见终端。",
      }
    : {
        one: "1 mistake",
        many: "mistakes",
        last: "The page is of the last save without one.",
        gone: "The server has ended.",
        failed: "Not built",
        more: "The terminal shows the rest.",
      };
  const hearers = [];
  let version = 0;
  let waiting = false;
  let stale = false;
  let isBusy = () => false;

  function made(name, properties, ...children) {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  }

  function ask(query, failed) {
    const script = made("script", { src: `${own}${query}&token=${encodeURIComponent(token)}` });
    script.addEventListener("load", () => script.remove());
    script.addEventListener("error", () => {
      script.remove();
      failed();
    });
    document.body.append(script);
  }

  // A browser has few connections to one server: a page that nobody sees waits for nothing.
  function wait() {
    if (waiting || document.hidden) return;
    waiting = true;
    ask(`news.js?seen=${version}&page=${encodeURIComponent(page)}`, () => {
      waiting = false;
      panel([made("p", { textContent: words.gone })]);
      setTimeout(wait, 2000);
    });
  }

  function hear(told) {
    waiting = false;
    const changed = told.version !== version;
    version = told.version;
    stale = stale || String(told.site) !== site;
    if (changed) {
      show(told);
      for (const hearer of hearers) hearer(told);
    }
    if (stale) renew();
    setTimeout(wait, 0);
  }

  // Loads the page again, unless something is being written on it; who has written calls it when it is done.
  function renew() {
    if (!stale || isBusy()) return;
    const seen = [...document.querySelectorAll("main [id]")].find((node) => node.getBoundingClientRect().bottom > 60);
    const place = { path: location.pathname, id: seen ? seen.id : "", top: 0, y: scrollY };
    if (seen) place.top = seen.getBoundingClientRect().top;
    sessionStorage.setItem(KEPT, JSON.stringify(place));
    history.scrollRestoration = "manual";
    location.reload();
  }

  function putBack() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) || "{}");
    sessionStorage.removeItem(KEPT);
    if (kept.path !== location.pathname) return;
    const seen = document.getElementById(kept.id);
    const top = seen ? scrollY + seen.getBoundingClientRect().top - kept.top : kept.y;
    scrollTo({ top, behavior: "instant" });
    history.scrollRestoration = "auto";
  }

  function panel(children) {
    const old = document.querySelector(".served-panel");
    if (old) old.remove();
    if (children.length)
      document.body.append(made("aside", { className: "served-panel", role: "status" }, ...children));
  }

  function placeOf(issue) {
    if (!issue.report || !location.pathname.includes(`/reports/${issue.report}/`)) return null;
    const found = issue.id && document.getElementById(issue.id);
    if (found) return found.closest(".block") || found;
    const blocks = [...document.querySelectorAll(".text .block")];
    return issue.quote ? blocks.find((one) => one.querySelector(".src").textContent.includes(issue.quote)) : null;
  }

  function item(issue) {
    const parts = [made("code", { textContent: `${issue.place}: ${issue.code}` }), ` ${issue.message}`];
    if (issue.line) parts.push(made("samp", { textContent: issue.line }));
    if (issue.hint) parts.push(made("small", { textContent: issue.hint }));
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
    if (told.failed) return panel([made("p", { textContent: `${words.failed}: ${told.failed}` })]);
    if (!told.count) return panel([]);
    const count = told.count === 1 ? words.one : `${told.count} ${words.many}`;
    const head = made("summary", {}, made("b", { textContent: count }), ` ${words.last}`);
    if (told.count > told.issues.length) list.append(made("li", { textContent: words.more }));
    return panel([made("details", { open: true }, head, list)]);
  }

  document.addEventListener("visibilitychange", wait);
  addEventListener("load", () => {
    putBack();
    wait();
  });
  return {
    made,
    token,
    own,
    chinese,
    ask,
    hear,
    renew,
    again: () => location.reload(),
    hearers,
    busyWhile: (test) => (isBusy = test),
  };
})();
