// The search page: runs a search for what the form asks, draws what it finds as it is found, and says what came of it.
(() => {
  "use strict";
  const { said, field, query, filters, clearFilters, restore, watch } = window.duizhaoForm;
  const { element, counted, groupOf } = window.duizhaoDraw;
  const { named, listOf } = window.duizhaoNames;
  const { summary, singly, answer, silent } = window.duizhaoAnswers;
  const results = document.getElementById("results");
  const status = document.getElementById("search-status");
  const more = document.getElementById("search-more");
  const byName = document.getElementById("by-name");
  const examples = document.getElementById("search-examples");
  const READ = 24; // reports that are read before asking; three passages count like one more
  let offered = null; // the search that the button goes on with
  let turn = 0; // each search takes the next; what an earlier one still finds is not shown

  function clear(searched) {
    results.replaceChildren();
    more.hidden = true;
    byName.hidden = searched;
    examples.hidden = searched;
  }
  function tell(words) {
    status.textContent = words;
    results.removeAttribute("aria-busy");
  }
  function drawNames(found) {
    if (found.length) results.append(listOf(found));
  }
  // Groups are put in by how close their best hit is, within what is read at one go.
  function draw(group, section) {
    const next = [...section.children].find((other) => Number(other.dataset.best) > group.best);
    const made = groupOf(group);
    section.insertBefore(made, next || null);
    answer(group, made);
  }
  // Where no passage holds all that was asked: everything without filters, or each word by itself.
  function nothing(state) {
    const words = /["“”„「」『』]/u.test(state.query) ? [] : state.query.match(/\S*[\p{L}\p{N}]\S*/gu) || [];
    if (state.restricted) {
      results.append(withoutFilters());
      return said.noneHere;
    }
    if (state.names.length) return counted(said.onlyNamed, state.names.length);
    if (words.length < 2) return said.none;
    results.append(element("p", "note singly", ...words.map(singly)));
    return said.noneAll;
  }
  function withoutFilters() {
    const button = element("button", "go quiet", said.all);
    button.type = "button";
    button.addEventListener("click", () => {
      clearFilters();
      changed(false);
      field.focus();
    });
    return button;
  }

  // Notes and draws what was read.
  function take(state, some, section) {
    for (const group of some.groups) {
      draw(group, section);
      state.found.add(group.report);
      state.passages += group.hits.length;
    }
    state.read += some.read;
    state.texts += some.groups.length;
  }
  const spent = ({ read, passages }) => read + passages / 3;
  // Reads on until enough reports are read or there are no more; `again` where the reader asked for it.
  async function further(state, again) {
    const section = element("div");
    const stop = spent(state) + READ;
    let some = null;
    do {
      some = await state.next();
      if (state.turn !== turn) return;
      if (!state.drawn) {
        clear(true);
        drawNames(state.names);
        state.drawn = true;
      }
      if (!section.isConnected) results.append(section);
      if (some) take(state, some, section);
    } while (some && (spent(state) < stop || (!state.passages && state.read < 3 * READ)));
    if (some) offer(state);
    else if (state.passages) results.append(silent(state.found, filters()));
    tell(some || state.passages ? summary(state, !some) : nothing(state));
    if (again && section.querySelector("a")) section.querySelector("a").focus();
  }
  // A button that reads on, or tries again what could not be loaded.
  function offer(state) {
    more.hidden = false;
    offered = state;
  }
  // What goes wrong with a search that has been overtaken is of no account; what is no fault of loading the browser tells.
  function attempt(state, work) {
    work.catch((error) => {
      if (state.turn !== turn) return;
      if (!state.drawn) clear(true);
      if (state.next) offer(state);
      tell(said.failed);
      if (!error.unloaded) throw error;
    });
  }
  async function begin(state, submitted) {
    const question = state.query ? await window.duizhaoSearch.asked(state.query) : null;
    if (state.turn !== turn) return;
    if (!question) {
      clear(false);
      tell(state.query || submitted || state.restricted ? said.empty : "");
      return;
    }
    if (question.short) {
      const begun = named(question, true);
      clear(true);
      drawNames(begun);
      tell(said.short + (begun.length ? counted(said.begin, begun.length) : "") + said.end);
      return;
    }
    state.names = state.restricted ? [] : named(question, false);
    state.next = window.duizhaoSearch.reading(question, filters());
    await further(state, false);
  }
  function run(submitted) {
    turn += 1;
    const restricted = Object.keys(filters()).length > 0;
    const counts = { read: 0, texts: 0, passages: 0 };
    const state = {
      turn,
      query: query(),
      restricted,
      names: [],
      found: new Set(),
      next: null,
      drawn: false,
      ...counts,
    };
    results.setAttribute("aria-busy", "true");
    attempt(state, begin(state, submitted));
  }

  more.addEventListener("click", () => {
    more.hidden = true;
    attempt(offered, further(offered, true));
  });
  const changed = watch(run);
  run(restore());
})();
