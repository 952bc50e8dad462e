// The search page: the form, which lives in the address, the results of search.js, and the keys that move through them.
(function () {
  "use strict";
  const form = document.querySelector("[data-search]"), said = form.dataset, field = form.elements.q;
  const selects = Array.from(form.querySelectorAll("select")), results = document.getElementById("results");
  const status = document.getElementById("search-status"), more = document.getElementById("search-more");
  const byName = document.getElementById("by-name"), examples = document.getElementById("search-examples");
  const READ = 24, WIDTH = { zh: 34, en: 80 }; // reports read before asking; characters about a hit
  let turn = 0; // each search takes the next; what an earlier one still finds is not shown

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.filter(Boolean));
    return made;
  }
  function tongue(node, language) { node.lang = language === "zh" ? "zh-Hans" : "en"; return node; }
  // Words with a count: the form for one stands before the bar, as in duizhao/strings.py.
  function counted(words, count) {
    const [one, many] = words.split("|");
    return (count === 1 || !many ? one : many).replace("{count}", count.toLocaleString("en"));
  }

  // The run with its hits marked, cut to what stands about them.
  function snippet(run) {
    const line = tongue(element("span", "snippet"), run.language), width = WIDTH[run.language], windows = [];
    run.spans.forEach(function (span) {
      const last = windows[windows.length - 1], start = before(run, span[0] - width), end = after(run, span[1] + width);
      if (last && start <= last.end) { last.end = end; last.spans.push(span); }
      else if (windows.length < 3) windows.push({ start: start, end: end, spans: [span] });
    });
    windows.forEach(function (one, n) {
      let at = one.start;
      if (at > 0) line.append(n ? " … " : "…");
      one.spans.forEach(function (span) {
        line.append(run.text.slice(at, span[0]), element("mark", "hit", run.text.slice(span[0], span[1])));
        at = span[1];
      });
      line.append(run.text.slice(at, one.end));
      if (n === windows.length - 1 && one.end < run.text.length) line.append("…");
    });
    return line;
  }
  // English is not cut within a word.
  function before(run, at) { return at <= 0 ? 0 : run.language === "en" ? run.text.indexOf(" ", at) + 1 : at; }
  function after(run, at) { return at >= run.text.length ? run.text.length : run.language === "en" ? run.text.lastIndexOf(" ", at) : at; }
  // The page of the report at the block or card, with the words that are to be marked there.
  function address(hit) {
    const words = new Set(hit.runs.flatMap(function (run) { return run.spans.map(function (span) { return run.text.slice(span[0], span[1]); }); }));
    const query = new URLSearchParams(Array.from(words).slice(0, 12).map(function (word) { return ["hit", word]; }));
    return said.edition.replace(/index\.html$/, "") + "reports/" + hit.report + "/index.html?" + query + "#" + hit.fragment;
  }
  function drawn(hit) {
    const link = element("a"), number = hit.block[0] === "p" ? "¶" + hit.block.slice(1) : said.heading;
    const where = element("span", "where", number, hit.heading && " · " + hit.heading);
    const kind = hit.runs[0].same ? said.same : hit.fragment !== hit.block ? said.gloss : "";
    if (kind) where.append(" ", element("span", "how", kind));
    link.href = address(hit);
    link.append(where, ...hit.runs.map(snippet));
    const item = element("li", "result", link);
    Object.assign(item.dataset, { report: hit.report, block: hit.block, rank: hit.rank, statements: hit.statements.join(" ") });
    return item;
  }

  // What has a page by its name: every word stands in one of its names, or one of them begins with it.
  const names = Array.from(byName.querySelectorAll(".names li"), function (item) {
    const nodes = item.querySelectorAll(".name a, .name .zh, .remark > span");
    return { link: item.querySelector(".name"), group: item.closest("section").querySelector("h3").textContent, nodes: Array.from(nodes) };
  });
  function named(question, beginning) {
    return names.filter(function (name) {
      const runs = name.nodes.map(function (node) {
        return { folded: duizhaoQuery.folded(node.textContent), english: !node.closest("[lang=zh-Hans]") };
      });
      return question.phrases.every(function (phrase) {
        return runs.some(function (run) {
          return beginning ? run.folded.text.startsWith(phrase.text) : duizhaoQuery.spans(run.folded, phrase, run.english).length > 0;
        });
      });
    });
  }
  function drawNames(found) {
    if (!found.length) return;
    const list = element("ul", "", ...found.map(function (name) {
      return element("li", "", ...Array.from(name.link.cloneNode(true).childNodes), " ", element("span", "how", name.group));
    }));
    results.append(element("section", "named", element("h2", "", said.names), list));
  }

  function filters() {
    return Object.fromEntries(selects.map(function (select) { return [select.name, select.value]; }).filter(function (pair) { return pair[1]; }));
  }
  // The query and the filters into the address.
  function remember() {
    const query = new URLSearchParams(field.value.trim() ? { q: field.value.trim() } : {});
    Object.entries(filters()).forEach(function (pair) { query.set(pair[0], pair[1]); });
    history.replaceState(null, "", String(query) ? "?" + query : location.pathname);
  }
  // While a district is chosen only its reports can be.
  function narrow() {
    const district = form.elements.district.value, report = form.elements.report;
    Array.from(report.options).forEach(function (option) {
      option.hidden = option.disabled = Boolean(district && option.value && option.dataset.district !== district);
    });
    if (report.selectedOptions[0].disabled) report.value = "";
  }

  function clear(searched) {
    results.replaceChildren();
    more.hidden = true;
    byName.hidden = examples.hidden = searched;
  }
  function tell(words) { status.textContent = words; results.removeAttribute("aria-busy"); }
  // Groups are put in by how close their best hit is, within what is read at one go.
  function draw(group, section) {
    const title = element("h2", "", group.district + said.colon + group.title, element("small", "", group.date));
    const made = element("section", "result-group", title, element("ol", "", ...group.hits.map(drawn)));
    made.dataset.best = group.best;
    section.insertBefore(made, Array.from(section.children).find(function (other) { return Number(other.dataset.best) > group.best; }) || null);
  }
  function summary(state, done) {
    const found = { passages: counted(said.passages, state.passages), texts: counted(said.texts, state.texts) };
    const words = (done ? said.found : said.soFar).replace(/\{(\w+)\}/g, function (_, name) { return found[name]; });
    return words + (state.names.length ? counted(said.named, state.names.length) : "");
  }
  // Where no passage holds all that was asked: everything without filters, or each word by itself.
  function nothing(state) {
    const words = /["“”„「」『』]/u.test(state.query) ? [] : state.query.split(/\s+/u);
    if (state.restricted) {
      const all = element("button", "go quiet", said.all);
      all.type = "button";
      all.addEventListener("click", function () { selects.forEach(function (select) { select.value = ""; }); changed(); field.focus(); });
      results.append(all);
      return said.noneHere;
    }
    if (state.names.length) return counted(said.onlyNamed, state.names.length);
    if (words.length < 2) return said.none;
    results.append(element("p", "note singly", ...words.map(function (word) {
      const link = element("a", "", word);
      link.href = "?" + new URLSearchParams({ q: word });
      return link;
    })));
    return said.noneAll;
  }

  // Reads on until enough reports are read or there are no more; `again` where the reader asked for it.
  async function further(state, again) {
    const section = element("div"), stop = state.read + READ;
    let some = null;
    do {
      some = await state.next();
      if (state.turn !== turn) return;
      if (!state.drawn) { clear(true); drawNames(state.names); state.drawn = true; }
      if (!section.isConnected) results.append(section);
      if (!some) break;
      some.groups.forEach(function (group) { draw(group, section); });
      state.read += some.read;
      state.texts += some.groups.length;
      state.passages += some.groups.reduce(function (sum, group) { return sum + group.hits.length; }, 0);
    } while (state.read < stop || (!state.passages && state.read < 3 * READ));
    if (some) offer(state);
    tell(some || state.passages ? summary(state, !some) : nothing(state));
    if (again && section.querySelector("a")) section.querySelector("a").focus();
  }
  // A button that reads on, or tries again what could not be loaded.
  function offer(state) {
    more.hidden = false;
    more.onclick = function () { more.hidden = true; attempt(state, further(state, true)); };
  }
  // What goes wrong with a search that has been overtaken is of no account; of what is not loading's fault the browser tells.
  function attempt(state, work) {
    work.catch(function (error) {
      if (state.turn !== turn) return;
      if (!state.drawn) clear(true);
      if (state.next) offer(state);
      tell(said.failed);
      if (!error.unloaded) throw error;
    });
  }
  async function begin(state, submitted) {
    const question = state.query ? await duizhaoSearch.asked(state.query) : null;
    if (state.turn !== turn) return;
    if (!question) { clear(false); tell(state.query || submitted ? said.empty : ""); return; }
    if (question.short) {
      const begun = named(question, true);
      clear(true);
      drawNames(begun);
      tell(said.short + (begun.length ? counted(said.begin, begun.length) : "") + said.end);
      return;
    }
    state.names = state.restricted ? [] : named(question, false);
    state.next = duizhaoSearch.reading(question, filters());
    await further(state);
  }
  function run(submitted) {
    const state = { turn: turn += 1, query: field.value.trim(), restricted: Object.keys(filters()).length > 0,
      names: [], next: null, read: 0, texts: 0, passages: 0, drawn: false };
    results.setAttribute("aria-busy", "true");
    attempt(state, begin(state, submitted));
  }
  function changed(submitted) {
    clearTimeout(waiting);
    narrow();
    remember();
    run(submitted);
  }
  let waiting = 0;
  form.addEventListener("submit", function (event) { event.preventDefault(); changed(true); });
  selects.forEach(function (select) { select.addEventListener("change", function () { changed(); }); });
  field.addEventListener("compositionstart", function () { clearTimeout(waiting); });
  field.addEventListener("compositionend", function () { changed(); });
  field.addEventListener("input", function (event) {
    if (event.isComposing) return; // pinyin that is not yet characters
    clearTimeout(waiting);
    waiting = setTimeout(changed, 150);
  });

  // Down from the field into the results and on; up from the first, or Escape, back to it; Escape there clears it.
  form.addEventListener("keydown", function (event) {
    if (event.target !== field || event.isComposing) return;
    if (event.key === "ArrowDown") step(event, 0);
    if (event.key === "Escape") { event.preventDefault(); field.value = ""; changed(); }
  });
  results.addEventListener("keydown", function (event) {
    const at = links().indexOf(document.activeElement);
    if (at >= 0 && event.key === "ArrowDown") step(event, at + 1);
    if (at >= 0 && event.key === "ArrowUp") step(event, at - 1);
    if (event.key === "Escape") step(event, -1);
  });
  function links() { return Array.from(results.querySelectorAll("a")); }
  function step(event, to) {
    event.preventDefault();
    const link = to < 0 ? field : links()[to];
    if (link) link.focus();
  }

  // What the address gives; a filter that there is no more is left out of it.
  const given = new URLSearchParams(location.search);
  field.value = given.get("q") || "";
  selects.forEach(function (select) {
    const value = given.get(select.name);
    if (Array.from(select.options).some(function (option) { return option.value === value; })) select.value = value;
  });
  if (!field.value && location.hash === "#q") field.focus();
  narrow();
  if (location.search) remember();
  run(given.has("q"));
})();
