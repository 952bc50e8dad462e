// The colour scheme, before the first paint so that it does not flash; and the mark that scripts run.
(function () {
  "use strict";
  var root = document.documentElement;
  var stored = function () { try { return localStorage.getItem("theme"); } catch (error) { return null; } };
  var store = function (value) { try { localStorage.setItem("theme", value); } catch (error) { /* a folder on disk */ } };
  root.dataset.js = "";
  var theme = stored() || "auto";
  if (theme !== "auto") root.dataset.theme = theme;

  // The stroke goes to the search box; where there is none to be seen, to the page of the search.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (document.querySelector("dialog[open]")) return;
    var form = document.querySelector(".masthead .search"), field = document.getElementById("q") || form.elements.q;
    event.preventDefault();
    if (field.offsetParent) { field.focus(); field.select(); } else location.href = form.action + "#q";
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !event.isComposing && event.target.closest(".masthead .search")) { event.target.value = ""; event.target.blur(); }
  });

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("input[name=theme]").forEach(function (input) {
      input.checked = input.value === theme;
      input.addEventListener("change", function () {
        store(input.value);
        if (input.value === "auto") delete root.dataset.theme; else root.dataset.theme = input.value;
      });
    });
    // The other language opens at the same place of the page.
    document.querySelectorAll(".other-language").forEach(function (link) {
      link.addEventListener("click", function () { if (location.hash) link.hash = location.hash; link.search = location.search; });
    });
  });
})();
