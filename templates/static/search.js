// The search: folds a query as the build folded the texts (duizhao/index.py), looks its parts up in the index, and reads
// the candidates. Index and texts are scripts, loaded when first needed, since a folder on disk may load nothing else.
// duizhaoSearch(query, filters) promises the results; search-page.js draws them.
(function () {
  "use strict";
  const top = document.querySelector("[data-search]").dataset.top, language = document.documentElement.lang === "en" ? "en" : "zh";
  const HAN = "\u2e80", BATCH = 6; // from HAN on all counts as Han; BATCH reports are read at a time

  const loads = new Map();
  function load(path) {
    if (!loads.has(path)) loads.set(path, new Promise(function (ready, failed) {
      const script = document.createElement("script");
      script.src = top + path;
      script.onload = function () { script.remove(); ready(); };
      script.onerror = function () { script.remove(); loads.delete(path); failed(new Error(path)); };
      document.head.append(script);
    }));
    return loads.get(path);
  }
  async function part(name, version) {
    await load("search/" + name + ".js" + (version ? "?v=" + version : ""));
    return window.duizhaoIndex[name];
  }
  // Of a report: "text.zh" or "text.en", its blocks in a language, or "statements".
  async function textOf(report, name) {
    await load("reports/" + report + "/" + name + ".js");
    return window.duizhaoTexts[report + "/" + name];
  }
  // What there is, and once a query has Han the table of Traditional characters; the texts are folded by it as well.
  async function started(query) {
    const start = await part("start");
    if (/[^\0-\u2e7f]/u.test(query) && !simplified.size) {
      const table = await part("characters", start.version), plain = Array.from(table.simplified), also = Array.from(table.also);
      Array.from(table.traditional).forEach(function (char, at) { simplified.set(char, plain[at]); });
      for (let at = 0; at < also.length; at += 2) others.set(also[at], also[at + 1]);
      folds.clear();
    }
    return start;
  }

  // Folding, character by character, with the place in the text that each folded character comes from.
  const simplified = new Map(), others = new Map(), folds = new Map();
  function kept(char) {
    const plain = simplified.get(char) || char;
    return /\p{M}/u.test(plain) ? "" : /[\p{L}\p{N}%‰&+.]/u.test(plain) ? plain : "\0";
  }
  function fold(char) {
    if (char === ",") return ",";
    if (char === "'" || char === "’") return "";
    return Array.from(char.normalize("NFKD")).map(function (one) { return Array.from(one.toLowerCase()).map(kept).join(""); }).join("");
  }
  const digit = function (char) { return char >= "0" && char <= "9"; };
  function folded(text) {
    const chars = [], origins = [], made = [], starts = [], ends = [];
    let at = 0, parted = false;
    for (const char of text) {
      let fit = folds.get(char);
      if (fit === undefined) folds.set(char, fit = fold(char));
      for (const unit of fit.split("")) { chars.push(unit); origins.push([at, at + char.length]); }
      at += char.length;
    }
    chars.forEach(function (char, n) {
      const inNumber = digit(chars[n - 1] || "") && digit(chars[n + 1] || "");
      if (char === "," && inNumber) return;
      if (char === "\0" || char === "," || (char === "." && !inNumber)) { parted = true; return; }
      if (parted && made.length && made[made.length - 1] < HAN && char < HAN) { made.push(" "); starts.push(origins[n][0]); ends.push(origins[n][0]); }
      parted = false;
      made.push(char);
      starts.push(origins[n][0]);
      ends.push(origins[n][1]);
    });
    return { text: made.join(""), starts: starts, ends: ends };
  }

  // The query: phrases, each in every Simplified form that its characters may stand for, and the figure that it may be.
  function forms(text) {
    let made = [""];
    for (const char of text) {
      const readings = others.has(char) && made.length < 8 ? [char, others.get(char)] : [char];
      made = made.flatMap(function (form) { return readings.map(function (reading) { return form + reading; }); });
    }
    return Array.from(new Set(made.map(function (form) { return folded(form).text; }).filter(Boolean)));
  }
  const QUOTED = /(?<!\S)["“”„「『](.+?)["“”」』](?!\S)|\S+/gu;
  function phrasesOf(query) {
    return Array.from(query.matchAll(QUOTED), function (match) { return match[1] || match[0]; }).map(function (words) {
      const made = forms(words);
      return { forms: made, han: made.some(function (form) { return Array.from(form).some(function (char) { return char >= HAN; }); }) };
    }).filter(function (phrase) { return phrase.forms.length; });
  }
  const SCALES = { "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2,
    trillion: 12, tn: 12, billion: 9, bn: 9, million: 6, mn: 6, thousand: 3, hundred: 2 };
  const FIGURE = new RegExp("^(?:[¥$]|rmb|cny)?\\s*([-−]?)([0-9][0-9,]*)(?:\\.([0-9]+))?\\s*(" + Object.keys(SCALES).join("|") + ")?\\s*(.*)$", "i");
  // Base value, as digits without noughts at either end, and units, none for any; null if the query is no figure.
  function figureOf(query, units) {
    const plain = query.normalize("NFKC").trim().replace(/^["“「]|["”」]$/g, "").replace(/./gu, function (char) { return simplified.get(char) || char; });
    const match = FIGURE.exec(plain);
    if (!match) return null;
    const scale = match[4] ? SCALES[match[4].toLowerCase()] : 0, decimals = (match[3] || "").padEnd(scale, "0");
    const whole = (match[2].replace(/,/g, "") + decimals.slice(0, scale)).replace(/^0+(?=.)/, ""), rest = decimals.slice(scale).replace(/0+$/, "");
    const unit = match[5].toLowerCase();
    return { value: (match[1] ? "-" : "") + whole + (rest && "." + rest), units: unit ? units[unit] || [unit] : [] };
  }

  // The keys that a folded phrase is looked up by, as the build made them.
  const WORD = /[^ %‰+\u2e80-\u{10ffff}]+/gu;
  function chineseKeys(form) {
    const chars = Array.from(form);
    return spread(chars.slice(1).map(function (char, n) { return chars[n] + char; }).filter(function (pair) { return pair.indexOf(" ") < 0; }));
  }
  function englishKeys(form) {
    return spread((form.match(WORD) || []).map(function (word) {
      return "w" + (digit(word[0]) ? word : word.slice(0, word.length > 5 ? 6 : 3));
    }).filter(function (key) { return key.length > 2 || digit(key[1]); }));
  }
  // Each key once, the first four of them spread over the phrase, since most often these are enough.
  function spread(keys) {
    const all = Array.from(new Set(keys)), first = [0, 1, 2, 3].map(function (n) { return all[Math.round(n * (all.length - 1) / 3)]; });
    return Array.from(new Set(first.concat(all))).slice(0, all.length);
  }

  function hashed(key) {
    let value = 0x811c9dc5;
    for (const char of key) value = Math.imul(value ^ char.codePointAt(0), 0x01000193);
    value = Math.imul(value ^ value >>> 15, 0x2c1b3c6d);
    return (value ^ value >>> 13) >>> 0;
  }
  const ALPHABET = Array.from({ length: 94 }, function (_, n) { return String.fromCharCode(33 + n); }).filter(function (c) { return c !== '"' && c !== "\\"; });
  const DIGITS = new Map(ALPHABET.map(function (char, n) { return [char, n]; })), ONE = 60, TWO = 24, SIZE = ALPHABET.length;
  function decoded(text) {
    const places = [];
    let place = -1;
    for (let at = 0; at < text.length; at += 1) {
      const first = DIGITS.get(text[at]), next = function () { return DIGITS.get(text[at += 1]); };
      place += 1 + (first < ONE ? first : first < ONE + TWO ? ONE + (first - ONE) * SIZE + next() : ONE + TWO * SIZE + ((first - ONE - TWO) * SIZE + next()) * SIZE + next());
      places.push(place);
    }
    return places;
  }
  // The passages of a volume that hold all the keys; null, which is all of them, where there is no key. Keys are looked
  // up four at a time until few passages are left: the literal check does the rest, and each key may cost a shard.
  async function placesOf(volume, keys) {
    let found = null;
    for (let at = 0; at < keys.length && (!found || found.size > 2); at += 4) {
      const lists = await Promise.all(keys.slice(at, at + 4).map(function (key) { return bucketOf(volume, key); }));
      found = lists.sort(function (a, b) { return a.length - b.length; }).reduce(function (left, right) {
        return left ? new Set(right.filter(function (place) { return left.has(place); })) : new Set(right);
      }, found);
    }
    return found;
  }
  async function bucketOf(volume, key) {
    const bucket = hashed(key) % volume.buckets, each = volume.buckets / volume.shards;
    const shard = await part(volume.number + "/" + Math.floor(bucket / each), volume.version);
    return decoded(shard.split(" ")[bucket % each]);
  }
  const union = function (sets) { return sets.some(function (set) { return !set; }) ? null : new Set(sets.flatMap(function (set) { return Array.from(set); })); };

  // By phrase and language, where it may be; Han is looked for in the Chinese only.
  async function candidatesIn(volume, asked, filters) {
    const chosen = await Promise.all(["kind", "theme"].filter(function (name) { return filters[name]; }).map(function (name) { return placesOf(volume, [name + ":" + filters[name]]); }));
    const figure = asked.figure ? await placesOf(volume, ["=" + asked.figure.value]) : new Set();
    const phrases = await Promise.all(asked.phrases.map(async function (phrase) {
      const zh = union(await Promise.all(phrase.forms.map(function (form) { return placesOf(volume, chineseKeys(form)); })));
      return { zh: zh, en: phrase.han ? new Set() : union(await Promise.all(phrase.forms.map(function (form) { return placesOf(volume, englishKeys(form)); }))) };
    }));
    const maybe = function (n, of, place) { const set = phrases[n][of]; return !set || set.has(place); };
    const every = function (place) { return phrases.every(function (_, n) { return maybe(n, "zh", place) || maybe(n, "en", place); }); };
    const within = function (place) { return chosen.every(function (set) { return set.has(place); }); };
    const smallest = phrases.map(function (phrase) { return union([phrase.zh, phrase.en]); }).filter(Boolean).sort(function (a, b) { return a.size - b.size; })[0];
    const literal = Array.from(smallest || { length: volume.size }, function (place, n) { return smallest ? place : n; }).filter(every);
    const all = Array.from(new Set(literal.concat(Array.from(figure)))).filter(within).sort(function (a, b) { return a - b; });
    return { places: all, maybe: maybe, literal: every, figure: figure };
  }

  // The places of a phrase in a run of text. In English a word is matched from its beginning, a number whole. In Chinese
  // any characters are; `cut` says that every place is part of a longer number or word: 8% in 38%, tax in taxi.
  const wordy = function (char) { return char !== undefined && char < HAN && " %‰+".indexOf(char) < 0; };
  function spans(run, form, english) {
    const words = form.match(WORD) || [""], numeric = digit(words[words.length - 1][0] || ""), found = [];
    found.cut = true;
    for (let at = run.text.indexOf(form); at >= 0; at = run.text.indexOf(form, at + 1)) {
      const end = at + form.length, early = wordy(form[0]) && wordy(run.text[at - 1]);
      const late = wordy(form[form.length - 1]) && wordy(run.text[end]);
      if (english && (early || (late && numeric))) continue;
      if (!early && !late) found.cut = false;
      found.push([run.starts[at], run.ends[end - 1]]);
    }
    return found;
  }

  // How close a hit is to what was asked: as it was asked, so but within a longer word or number, all its words, another
  // notation of the same figure.
  const AS_ASKED = 0, WITHIN = 1, APART = 2, SAME = 3;
  // What is looked through as one: a block, or with a kind or a theme chosen a statement. `met` says of each phrase
  // whether a run of it has been found to hold it.
  function unitOf(block, asked) { return { block: block, met: asked.phrases.map(function () { return false; }), runs: [], rank: APART }; }
  function complete(unit) { return unit.met.length > 0 && unit.met.every(Boolean); }
  function runOf(language, text, more) { return Object.assign({ language: language, text: text, folded: more && more.folded || folded(text), at: 0, spans: [] }, more); }

  // The hits among the candidate blocks of a report, which is a row of the documents with its first place in the volume.
  async function hitsOf(report, places, found, asked, filters) {
    const blocks = places.map(function (place) { return { place: place, number: place - report.first, units: [], same: [] }; });
    if (filters.kind || filters.theme) await lookInStatements(report, blocks, found, asked, filters);
    else await lookInBlocks(report, blocks, found, asked);
    const figured = asked.figure ? blocks.filter(function (block) { return found.figure.has(block.place); }) : [];
    if (figured.length) {
      const rows = (await textOf(report.id, "statements")).filter(function (row) { return chosen(row, filters); });
      figured.forEach(function (block) { measure(block, rows, asked.figure); });
    }
    const hits = blocks.filter(function (block) { return block.same.length || block.units.some(complete); });
    if (!hits.length) return null;
    const inChinese = hits.some(function (block) { return block.same.length || needsChinese(block); });
    const text = await textOf(report.id, inChinese ? "text.zh" : "text.en");
    const made = hits.map(function (block) { return hit(report, block, text, inChinese ? "zh" : "en"); });
    made.sort(function (a, b) { return a.rank - b.rank; });
    return { report: report.id, title: text.title[language], district: text.district[language], date: text.date[language], best: made[0].rank, hits: made };
  }
  function needsChinese(block) { return block.units.some(function (unit) { return unit.runs.some(function (run) { return run.language === "zh"; }); }); }
  function chosen(row, filters) { return (!filters.kind || row[2] === filters.kind) && (!filters.theme || row[3].indexOf(filters.theme) >= 0); }

  // Blocks are looked through in one text after the other, each loaded only while a block may have its phrase in it.
  async function lookInBlocks(report, blocks, found, asked) {
    const stages = language === "en" ? [["text.en", "en"], ["text.zh", "zh"], ["statements", "en"]] : [["text.zh", "zh"], ["text.en", "en"], ["statements", "en"]];
    if (asked.phrases.some(function (phrase) { return phrase.han; })) stages.sort(function (a, b) { return (b[1] === "zh") - (a[1] === "zh"); });
    blocks.forEach(function (block) { if (found.literal(block.place)) block.units.push(unitOf(block, asked)); });
    for (const [name, of] of stages) {
      const open = blocks.flatMap(function (block) { return block.units; }).filter(function (unit) {
        return unit.met.some(function (met, n) { return !met && found.maybe(n, of, unit.block.place); });
      });
      if (!open.length) continue;
      const text = await textOf(report.id, name);
      open.forEach(function (unit) {
        const number = unit.block.number;
        look(unit, name === "statements" ? glosses(text, number) : [runOf(of, text.blocks[number][1])], asked);
      });
    }
  }
  function glosses(rows, number) {
    return rows.filter(function (row) { return row[1] === number; }).map(function (row) { return runOf("en", row[7], { statement: row[0] }); });
  }
  // Each statement that was chosen is looked through by itself, its quote in the block and its gloss.
  async function lookInStatements(report, blocks, found, asked, filters) {
    const open = blocks.filter(function (block) { return found.literal(block.place); });
    if (!open.length) return;
    const [text, rows] = await Promise.all([textOf(report.id, "text.zh"), textOf(report.id, "statements")]);
    open.forEach(function (block) {
      const whole = text.blocks[block.number][1], offset = offsets(whole);
      rows.filter(function (row) { return row[1] === block.number && chosen(row, filters); }).forEach(function (row) {
        const unit = unitOf(block, asked), start = offset(row[4]);
        const quote = runOf("zh", whole, { folded: folded(whole.slice(start, offset(row[5]))), at: start });
        look(unit, [quote, runOf("en", row[7], { statement: row[0] })], asked);
        block.units.push(unit);
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
      const found = function (form) {
        const places = spans(run.folded, form, run.language === "en");
        return Object.assign(places.map(function (span) { return [span[0] + run.at, span[1] + run.at]; }), { cut: places.cut });
      };
      const together = asked.whole.map(found);
      run.rank = together.some(function (places) { return !places.cut; }) ? AS_ASKED : together.some(function (places) { return places.length; }) ? WITHIN : APART;
      asked.phrases.forEach(function (phrase, n) {
        const places = phrase.forms.flatMap(found);
        if (places.length) unit.met[n] = true;
        run.spans.push(...places);
      });
      if (run.rank < APART) run.spans = together.flat();
      unit.rank = Math.min(unit.rank, run.rank);
    });
    unit.runs = unit.runs.concat(runs.filter(function (run) { return run.spans.length; }));
  }
  // Notes the figures of a block that are the quantity asked for.
  function measure(block, rows, figure) {
    block.same = rows.filter(function (row) { return row[1] === block.number; }).flatMap(function (row) {
      return row[6].filter(function (m) {
        return m.indexOf(figure.value, 3) > 0 && (!figure.units.length || figure.units.indexOf(m[2]) >= 0);
      }).map(function (m) { return { statement: row[0], span: [m[0], m[1]] }; });
    });
  }
  // A hit as it is shown.
  function hit(report, block, text, of) {
    const row = text.blocks[block.number], units = block.units.filter(complete);
    const heading = row[0][0] === "h" ? null : text.blocks.slice(0, block.number).reverse().find(function (one) { return one[0][0] === "h"; });
    const rank = Math.min(SAME, ...units.map(function (unit) { return unit.rank; })), shown = [];
    units.forEach(function (unit) {
      unit.runs.forEach(function (run) {
        if (rank < APART && run.rank === APART) return;
        const same = shown.find(function (one) { return one.text === run.text; });
        if (same) same.spans.push(...run.spans);
        else shown.push({ language: run.language, text: run.text, spans: run.spans.slice(), statement: run.statement || "", same: false });
      });
    });
    // A gloss is shown only where the text that it stands for has no hit.
    let runs = shown.filter(function (run) { return !run.statement; });
    if (!runs.length) runs = shown.slice(0, 2);
    if (!runs.length) {
      const offset = offsets(row[1]);
      runs = [{ language: "zh", text: row[1], statement: "", same: true, spans: block.same.map(function (one) { return one.span.map(offset); }) }];
    }
    runs.forEach(function (run) { run.spans = merged(run.spans); });
    return { report: report.id, block: row[0], fragment: runs[0].statement || row[0], rank: rank, runs: runs,
      statements: block.same.map(function (one) { return one.statement; }), heading: heading ? (of === language && heading[1]) || heading[2] || heading[1] : "" };
  }
  function merged(spans) {
    return spans.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; }).reduce(function (all, span) {
      const last = all[all.length - 1];
      if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]); else all.push(span.slice());
      return all;
    }, []);
  }

  // What is asked: null if the query is empty, `short` if no word of it has two characters.
  async function asked(query) {
    const start = await started(query), phrases = phrasesOf(query);
    if (!phrases.length) return null;
    return { phrases: phrases, whole: forms(query.replace(/["“”„「」『』]/g, " ")), figure: figureOf(query, start.units),
      short: query.trim().split(/\s+/u).every(function (word) { return Array.from(word).length < 2; }) };
  }

  // Yields reports as they are read, a few at a time: how many were read, and those with hits, literal ones first.
  async function* batches(query, filters) {
    const start = await started(query), question = await asked(query);
    if (!question || question.short) return;
    for (let number = 0; number < start.volumes.length; number += 1) {
      const row = start.volumes[number], volume = { number: number, size: row[0], buckets: row[1], shards: row[2], version: start.version };
      const found = await candidatesIn(volume, question, filters);
      if (!found.places.length) continue;
      const reports = placed(await part(number + "/documents", start.version), found.places).filter(function (report) {
        return ["district", "report", "year"].every(function (name) { return !filters[name] || filters[name] === report[name]; });
      });
      for (let at = 0; at < reports.length; at += BATCH) {
        const slice = reports.slice(at, at + BATCH);
        const read = await Promise.all(slice.map(function (report) { return hitsOf(report, report.places, found, question, filters); }));
        yield { read: slice.length, groups: read.filter(Boolean).sort(function (a, b) { return a.best - b.best; }) };
      }
    }
  }
  // The documents that hold the places, each with its own.
  function placed(documents, places) {
    const made = [];
    let first = 0, at = 0;
    documents.forEach(function (row) {
      const report = { id: row[0], report: row[0], district: row[1], year: row[2], first: first, places: [] };
      first += row[3];
      while (at < places.length && places[at] < first) report.places.push(places[at++]);
      if (report.places.length) made.push(report);
    });
    return made;
  }

  // All results of the first reports (24 unless told); `complete` is false where there may be more.
  window.duizhaoSearch = async function (query, filters, limit) {
    const groups = [];
    let read = 0;
    for await (const batch of batches(query, filters || {})) {
      groups.push.apply(groups, batch.groups);
      read += batch.read;
      if (read >= (limit || 24)) return { groups: groups, complete: false };
    }
    return { groups: groups, complete: true };
  };
  Object.assign(window.duizhaoSearch, { batches: batches, asked: asked, folded: folded, spans: spans, forms: forms, hashed: hashed });
})();
