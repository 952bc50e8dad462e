// Keeps the focus in the bar where that is drawn anew, also after the page has loaded itself again.
window.duizhaoEditFocus = (() => {
  "use strict";
  const KEY = "duizhao-edit-focus";

  // The act of the button that has the focus; '' of something else in the bar, null where the focus is elsewhere, or
  // comes of pointing: a blank that is typed to go on reading would press the button again.
  function actIn(bar) {
    const one = document.activeElement;
    return bar.contains(one) && one.matches(":focus-visible") ? one.dataset.act || "" : null;
  }

  // What took the place of the button has the focus then; where nothing did, the bar, so that the next stop is in it.
  function put(bar, act) {
    const same = [...bar.querySelectorAll("button")].find((one) => one.dataset.act === act && !one.disabled);
    bar.tabIndex = -1;
    (same || bar).focus({ preventScroll: true });
  }

  // Puts new lines at the head of the bar and, where something is given for it, all that stands below them.
  function fill(bar, lines, below) {
    const act = actIn(bar);
    if (below) bar.replaceChildren(...lines, ...below);
    else lines.forEach((line, at) => bar.children[at].replaceWith(line));
    if (act !== null && !bar.contains(document.activeElement)) put(bar, act);
  }

  const keep = (bar) => sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, act: actIn(bar) }));

  // Of a page that has loaded itself again, and the next time that it does.
  function putBack(bar) {
    const { path, act } = JSON.parse(sessionStorage.getItem(KEY) || "{}");
    if (path === location.pathname && act !== null && document.activeElement === document.body) put(bar, act);
    addEventListener("pagehide", () => keep(bar));
  }

  return { fill, putBack };
})();
