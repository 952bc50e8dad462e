// The search: looks what is asked (search-query.js) up in the index (duizhao/index.py) and reads the candidates. Index and
// texts are scripts, loaded when first needed, since pages from a folder on disk may load nothing else.
window.duizhaoSearch = (function () {
  "use strict";
  const { learn, folded, spans, chineseKeys, englishKeys } = window.duizhaoQuery;
  const form = document.querySelector("[data-search]"), language = document.documentElement.lang === "en" ? "en" : "zh";
  const top = form.dataset.top.replace(/index\.html$/, ""), BATCH = 6; // reports that are read at a time

  // An error that says `unloaded` can be tried again: a script did not come, or it is not the one that was asked for.
  function unloaded(path) { return Object.assign(new Error("could not load " + path), { unloaded: true }); }
  const loads = new Map();
  function load(path) {
    if (!loads.has(path)) loads.set(path, new Promise(function (ready, failed) {
      const script = document.createElement("script");
      script.src = top + path;
      script.onload = function () { script.remove(); ready(); };
      script.onerror = function () { script.remove(); loads.delete(path); failed(unloaded(path)); };
      document.head.append(script);
    }));
    return loads.get(path);
  }
  async function part(name, version) {
    const path = "search/" + name + ".js" + (version ? "?v=" + version : "");
    await load(path);
    const value = window.duizhaoIndex && window.duizhaoIndex[name];
    if (value === undefined) { loads.delete(path); throw unloaded(path); }
    return value;
  }
  // Of a report: "text.zh" or "text.en", its blocks in a language, or "statements".
  async function textOf(report, name) {
    await load("reports/" + report.id + "/" + name + ".js?v=" + report.version);
    return window.duizhaoTexts[report.id + "/" + name];
  }
  async function statementsOf(report) {
    return (await textOf(report, "statements")).map(function ([id, number, kind, themes, start, end, figures, gloss]) {
      return { id: id, number: number, kind: kind, themes: themes, start: start, end: end, figures: figures, gloss: gloss };
    });
  }

  let learnt = false;
  // What is asked of this index. The table of Traditional characters is loaded once a query has Han.
  async function asked(query) {
    const start = await part("start");
    if (!learnt && /[^\0-\u2e7f]/u.test(query)) {
      learn(await part("characters", start.characters));
      learnt = true;
    }
    return window.duizhaoQuery.asked(query, start.units);
  }

  function hashed(key) {
    let value = 0x811c9dc5;
    for (const char of key) value = Math.imul(value ^ char.codePointAt(0), 0x01000193);
    value = Math.imul(value ^ value >>> 15, 0x2c1b3c6d);
    return (value ^ value >>> 13) >>> 0;
  }
  // Steps as one, two or three characters: duizhao/index.py, encoded().
  const ALPHABET = Array.from({ length: 94 }, function (_, n) { return String.fromCharCode(33 + n); }).join("").replace(/["\\]/g, "");
  const DIGITS = new Map(Array.from(ALPHABET, function (char, n) { return [char, n]; })), ONE = 60, TWO = 24, SIZE = ALPHABET.length;
  function decoded(text) {
    const places = [];
    let place = -1, at = 0;
    function next() { at += 1; return DIGITS.get(text[at - 1]); }
    while (at < text.length) {
      const first = next();
      if (first < ONE) place += 1 + first;
      else if (first < ONE + TWO) place += 1 + ONE + (first - ONE) * SIZE + next();
      else place += 1 + ONE + TWO * SIZE + ((first - ONE - TWO) * SIZE + next()) * SIZE + next();
      places.push(place);
    }
    return places;
  }
  async function bucketOf(volume, key) {
    const bucket = hashed(key) % volume.buckets, each = volume.buckets / volume.shards;
    const shard = await part(volume.folder + "/" + Math.floor(bucket / each));
    return decoded(shard.split(" ")[bucket % each]);
  }

  // The passages of a volume that hold all the keys; null, which is all of them, where there is no key. Keys are looked
  // up four at a time until few passages are left: the literal check does the rest, and each key may cost a shard.
  async function placesOf(volume, keys) {
    let found = null;
    for (let at = 0; at < keys.length && (!found || found.size > 2); at += 4) {
      const lists = await Promise.all(keys.slice(at, at + 4).map(async function (key) {
        return (await Promise.all(key.map(function (one) { return bucketOf(volume, one); }))).flat();
      }));
      lists.sort(function (a, b) { return a.length - b.length; });
      for (const list of lists) found = new Set(found ? list.filter(function (place) { return found.has(place); }) : list);
    }
    return found;
  }
  // By phrase and language where it may be, null for anywhere; Han is looked for in the Chinese only.
  async function candidatesIn(volume, asked, filters) {
    const marks = ["kind", "theme"].filter(function (name) { return filters[name]; }).map(function (name) { return [name + ":" + filters[name]]; });
    const chosen = await placesOf(volume, marks);
    const figure = asked.figure ? await placesOf(volume, [["=" + asked.figure.value]]) : new Set();
    const phrases = await Promise.all(asked.phrases.map(async function (phrase) {
      const pairs = chineseKeys(phrase), words = englishKeys(phrase), inEnglish = !phrase.han && (words.length || !pairs.length);
      return { zh: await placesOf(volume, pairs), en: inEnglish ? await placesOf(volume, words) : new Set() };
    }));
    function maybe(n, language, place) { const set = phrases[n][language]; return !set || set.has(place); }
    function every(place) { return phrases.every(function (_, n) { return maybe(n, "zh", place) || maybe(n, "en", place); }); }
    const bounded = phrases.filter(function (phrase) { return phrase.zh && phrase.en; });
    const either = bounded.map(function (phrase) { return [...phrase.zh, ...phrase.en]; }).sort(function (a, b) { return a.length - b.length; });
    const fewest = either[0] || Array.from({ length: volume.size }, function (_, n) { return n; });
    const all = new Set(fewest.filter(every).concat([...figure]).filter(function (place) { return !chosen || chosen.has(place); }));
    return { places: [...all].sort(function (a, b) { return a - b; }), maybe: maybe, every: every, figure: figure };
  }

  // How close a hit is to what was asked: as it was asked, so but within a longer word or number, all its words, another
  // notation of the same figure.
  const AS_ASKED = 0, WITHIN = 1, APART = 2, SAME = 3;
  // What is looked through as one: a block, or with a kind or a theme chosen a statement. `met` says of each phrase
  // whether a run of it has been found to hold it.
  function unitOf(block, asked) { return { block: block, met: asked.phrases.map(function () { return false; }), runs: [], rank: APART }; }
  function complete(unit) { return unit.met.length > 0 && unit.met.every(Boolean); }
  // A run of text in one language; of a part of it, `folded` is that part and `at` where it begins.
  function runOf(language, text, more) {
    return Object.assign({ language: language, text: text, folded: more && more.folded || folded(text), at: 0, spans: [] }, more);
  }
  function glossOf(statement) { return runOf("en", statement.gloss, { statement: statement.id }); }
  function chosenBy(filters) {
    return function (one) { return (!filters.kind || one.kind === filters.kind) && (!filters.theme || one.themes.indexOf(filters.theme) >= 0); };
  }

  // The hits among the candidate blocks of a report, as they are shown; null if there are none.
  async function hitsOf(report, found, asked, filters) {
    const blocks = report.places.map(function (place) { return { place: place, number: place - report.first, units: [], same: [] }; });
    const open = blocks.filter(function (block) { return found.every(block.place); });
    if (filters.kind || filters.theme) await lookInStatements(report, open, asked, filters);
    else await lookInBlocks(report, open, found, asked);
    const figured = asked.figure ? blocks.filter(function (block) { return found.figure.has(block.place); }) : [];
    if (figured.length) {
      const statements = (await statementsOf(report)).filter(chosenBy(filters));
      figured.forEach(function (block) { measure(block, statements, asked.figure); });
    }
    const hits = blocks.filter(function (block) { return block.same.length || block.units.some(complete); });
    if (!hits.length) return null;
    const inChinese = hits.some(function (block) {
      return block.same.length || block.units.some(function (unit) { return unit.runs.some(isChinese); });
    });
    const text = await textOf(report, inChinese ? "text.zh" : "text.en");
    const shown = hits.map(function (block) { return hit(report, block, text, inChinese ? "zh" : "en"); });
    shown.sort(function (a, b) { return a.rank - b.rank; });
    return { report: report.id, title: text.title[language], district: text.district[language], date: text.date[language],
      best: shown[0].rank, hits: shown };
  }
  function isChinese(run) { return run.language === "zh"; }

  // Blocks are looked through in one text after the other, each loaded only while a block may have its phrase in it.
  async function lookInBlocks(report, blocks, found, asked) {
    const chineseFirst = language === "zh" || asked.phrases.some(function (phrase) { return phrase.han; });
    blocks.forEach(function (block) { block.units.push(unitOf(block, asked)); });
    const units = blocks.flatMap(function (block) { return block.units; });
    function open(of) {
      return units.filter(function (unit) { return unit.met.some(function (met, n) { return !met && found.maybe(n, of, unit.block.place); }); });
    }
    for (const of of chineseFirst ? ["zh", "en"] : ["en", "zh"]) {
      const here = open(of), text = here.length && await textOf(report, "text." + of);
      here.forEach(function (unit) { look(unit, [runOf(of, text.blocks[unit.block.number][1])], asked); });
    }
    const rest = open("en"), statements = rest.length ? await statementsOf(report) : [];
    rest.forEach(function (unit) {
      look(unit, statements.filter(function (one) { return one.number === unit.block.number; }).map(glossOf), asked);
    });
  }
  // Each statement that was chosen is looked through by itself, its quote in the block and its gloss.
  async function lookInStatements(report, blocks, asked, filters) {
    if (!blocks.length) return;
    const [text, every] = await Promise.all([textOf(report, "text.zh"), statementsOf(report)]), statements = every.filter(chosenBy(filters));
    blocks.forEach(function (block) {
      const whole = text.blocks[block.number][1], offset = offsets(whole);
      block.units = statements.filter(function (one) { return one.number === block.number; }).map(function (one) {
        const unit = unitOf(block, asked), start = offset(one.start);
        look(unit, [runOf("zh", whole, { folded: folded(whole.slice(start, offset(one.end))), at: start }), glossOf(one)], asked);
        return unit;
      });
    });
  }
  // From code points to the places that JavaScript counts.
  function offsets(text) {
    const chars = Array.from(text);
    return function (count) { return chars.length === text.length ? count : chars.slice(0, count).join("").length; };
  }
  // Notes which phrases the runs of a unit hold, and how close to what was asked.
  function look(unit, runs, asked) {
    runs.forEach(function (run) {
      function places(phrase) {
        const found = spans(run.folded, phrase, run.language === "en");
        const placed = found.map(function (span) { return [span[0] + run.at, span[1] + run.at]; });
        function isNegative(span) { return /[-−–负]/.test(run.text[span[0] - 1]); }
        return { spans: phrase.minus ? placed.filter(isNegative) : placed, cut: found.cut };
      }
      const together = places(asked.whole);
      run.rank = !together.spans.length ? APART : together.cut ? WITHIN : AS_ASKED;
      asked.phrases.forEach(function (phrase, n) {
        const found = places(phrase).spans;
        if (found.length) unit.met[n] = true;
        if (run.rank === APART) run.spans.push(...found);
      });
      if (run.rank < APART) run.spans = together.spans;
      unit.rank = Math.min(unit.rank, run.rank);
    });
    unit.runs = unit.runs.concat(runs.filter(function (run) { return run.spans.length; }));
  }
  // Notes the figures of a block that are the quantity asked for.
  function measure(block, statements, figure) {
    statements.filter(function (one) { return one.number === block.number; }).forEach(function (one) {
      one.figures.forEach(function ([start, end, unit, ...values]) {
        if (values.indexOf(figure.value) < 0 || (figure.units.length && figure.units.indexOf(unit) < 0)) return;
        block.same.push({ statement: one.id, span: [start, end] });
      });
    });
  }

  // A hit as it is shown; `of` is the language of the text.
  function hit(report, block, text, of) {
    const row = text.blocks[block.number], rank = Math.min(SAME, ...block.units.filter(complete).map(function (unit) { return unit.rank; }));
    const runs = rank < SAME ? closest(block, rank) : [{ language: "zh", text: row[1], statement: "", same: true,
      spans: block.same.map(function (one) { return one.span.map(offsets(row[1])); }) }];
    runs.forEach(function (run) { run.spans = merged(run.spans); });
    return { report: report.id, block: row[0], fragment: runs[0].statement || row[0], rank: rank, runs: runs,
      heading: headingOf(text, block.number, of), statements: block.same.map(function (one) { return one.statement; }) };
  }
  // The runs that are shown; a gloss only where the text that it stands for has no hit.
  function closest(block, rank) {
    const shown = [];
    block.units.filter(complete).flatMap(function (unit) { return unit.runs; }).forEach(function (run) {
      if (rank < APART && run.rank === APART) return;
      const same = shown.find(function (one) { return one.text === run.text; });
      if (same) same.spans.push(...run.spans);
      else shown.push({ language: run.language, text: run.text, spans: run.spans.slice(), statement: run.statement || "", same: false });
    });
    const texts = shown.filter(function (run) { return !run.statement; });
    return texts.length ? texts : shown.slice(0, 2);
  }
  // The heading that a paragraph stands under; a row of a heading has its words in the other language too.
  function headingOf(text, number, of) {
    const isHeading = function (row) { return row[0][0] === "h"; };
    const row = isHeading(text.blocks[number]) ? null : text.blocks.slice(0, number).reverse().find(isHeading);
    return row ? (of === language && row[1]) || row[2] || row[1] : "";
  }
  function merged(spans) {
    return spans.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; }).reduce(function (all, span) {
      const last = all[all.length - 1];
      if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]); else all.push(span.slice());
      return all;
    }, []);
  }

  // A volume of the index, opened: what may hold the question, and the reports it is in, each with its places.
  async function opened(row, question, filters) {
    const [folder, size, buckets, shards] = row, volume = { folder: folder, size: size, buckets: buckets, shards: shards };
    const found = await candidatesIn(volume, question, filters), reports = [];
    if (!found.places.length) return { found: found, reports: reports };
    let first = 0, at = 0;
    for (const [id, district, year, version, count] of await part(folder + "/documents")) {
      const report = { id: id, report: id, district: district, year: year, version: version, first: first, places: [] };
      for (first += count; found.places[at] < first; at += 1) report.places.push(found.places[at]);
      const wanted = ["district", "report", "year"].every(function (name) { return !filters[name] || filters[name] === report[name]; });
      if (wanted && report.places.length) reports.push(report);
    }
    return { found: found, reports: reports };
  }
  // Gives a function that reads on, a few reports at a time: how many were read, and those with hits; null at the end.
  // What could not be loaded is tried again by the next call.
  function reading(question, filters) {
    let number = 0, at = 0, volume = null, any = false;
    return async function () {
      const start = await part("start");
      for (;;) {
        if (number === start.volumes.length) {
          if (any || !question.again) return null;
          question = question.again();
          number = 0;
          continue;
        }
        volume = volume || await opened(start.volumes[number], question, filters);
        const some = volume.reports.slice(at, at + BATCH);
        const groups = await Promise.all(some.map(function (report) { return hitsOf(report, volume.found, question, filters); }));
        at += some.length;
        if (at === volume.reports.length) { number += 1; at = 0; volume = null; }
        if (!some.length) continue;
        const hits = groups.filter(Boolean).sort(function (a, b) { return a.best - b.best; });
        any = any || hits.length > 0;
        return { read: some.length, groups: hits };
      }
    };
  }

  // All results of the first reports (24 unless told); `complete` is false where there may be more.
  async function search(query, filters, limit) {
    const question = await asked(query), groups = [];
    if (!question || question.short) return { groups: groups, complete: true };
    const next = reading(question, filters || {});
    let read = 0;
    for (let some; (some = await next());) {
      groups.push(...some.groups);
      read += some.read;
      if (read >= (limit || 24)) return { groups: groups, complete: false };
    }
    return { groups: groups, complete: true };
  }
  return Object.assign(search, { asked: asked, reading: reading, hashed: hashed, decoded: decoded });
})();
