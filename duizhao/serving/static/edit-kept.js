// What is kept while a page loads itself again: which suggestion of which report was shown, and what was said of the last.
window.duizhaoEditKept = (() => {
  "use strict";
  const KEY = "duizhao-edit-at";
  const keep = (report, name, message) => sessionStorage.setItem(KEY, JSON.stringify([report, name, message]));

  function kept() {
    const [report, name, message] = JSON.parse(sessionStorage.getItem(KEY) || "[]");
    return { report, name, message: message || "" };
  }

  return { keep, kept };
})();
