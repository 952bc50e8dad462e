// What is kept while a page loads itself again: which suggestion of which report was shown, and what was said of the last.
window.duizhaoEditKept = (() => {
  "use strict";
  const KEY = "duizhao-edit-at";
  const keep = (report, shown, message) => sessionStorage.setItem(KEY, JSON.stringify([report, shown, message]));

  function kept() {
    const [report, shown, message] = JSON.parse(sessionStorage.getItem(KEY) || "[]");
    return { report, shown, message: message || "" };
  }

  return { keep, kept };
})();
