// Only while a site is served: hears of each save and loads the page again, with its place kept.
// A page's policy lets it ask for scripts alone: the server answers with one when there is something to hear.
window.duizhaoServed = (() => {
  "use strict";
  const { own, token, site, page } = document.currentScript.dataset;
  // The report that the page is of, by the page's own name: the path to the site may have such words, too.
  const [, report = ""] = /^(?:(?:zh|en)\/)?reports\/([^/]+)\//.exec(page) || [];
  const KEPT = "duizhao-served-place";
  const chinese = document.documentElement.lang.startsWith("zh");
  const words = chinese
    ? {
        gone: "服务已停止，正在等它恢复。",
        again: "服务已重新启动。这里填写的内容尚未写入：请先复制，再重新载入本页。",
      }
    : {
        gone: "The server has ended; the page waits for it.",
        again: "The server was started anew. What is typed here is not written: copy it, then load the page again.",
      };
  const hearers = [];
  let version = 0;
  let waiting = false;
  let stale = false;
  let isLost = false;
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
      isLost = true;
      panel([made("p", { textContent: words.gone })]);
      setTimeout(wait, 2000);
    });
  }

  function hear(told) {
    waiting = false;
    const changed = told.version !== version || isLost;
    isLost = false;
    version = told.version;
    stale = stale || String(told.site) !== site;
    if (changed) {
      for (const hearer of hearers) hearer(told);
    }
    if (!renew()) setTimeout(wait, 0);
  }

  // Loads the page again, unless something is being written on it; who has written calls it when it is done.
  function renew() {
    if (!stale || isBusy()) return false;
    const seen = [...document.querySelectorAll("main [id]")].find((node) => node.getBoundingClientRect().bottom > 60);
    const place = { path: location.pathname, id: seen ? seen.id : "", top: 0, y: scrollY };
    if (seen) place.top = seen.getBoundingClientRect().top;
    sessionStorage.setItem(KEPT, JSON.stringify(place));
    history.scrollRestoration = "manual";
    location.reload();
    return true;
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

  // The server has another word than this page: what is being written on it is not lost for that.
  function again() {
    isLost = true;
    if (isBusy()) panel([made("p", { textContent: words.again })]);
    else location.reload();
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
    report,
    ask,
    hear,
    renew,
    again,
    panel,
    isLost: () => isLost,
    hearers,
    busyWhile: (test) => (isBusy = test),
  };
})();
