// The index, volume by volume: which passages may hold what is asked, by the hashes of its keys
// (duizhao/search/pair_index.py).
window.duizhaoVolume = (() => {
  "use strict";
  const { part } = window.duizhaoLoad;
  const { chineseKeys, englishKeys } = window.duizhaoQuery;

  function hashed(key) {
    let value = 0x811c9dc5;
    for (const char of key) value = Math.imul(value ^ char.codePointAt(0), 0x01000193);
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    return (value ^ (value >>> 13)) >>> 0;
  }
  // Steps as one, two or three characters, as encoded() there writes them.
  const CODES = Array.from({ length: 94 }, (_, n) => String.fromCharCode(33 + n));
  const ALPHABET = CODES.filter((char) => char !== '"' && char !== "\\");
  const DIGITS = new Map(ALPHABET.map((char, n) => [char, n]));
  const ONE = 60;
  const TWO = 24;
  const SIZE = ALPHABET.length;
  function decoded(text) {
    const places = [];
    let place = -1;
    let at = 0;
    function next() {
      at += 1;
      return DIGITS.get(text[at - 1]);
    }
    while (at < text.length) {
      const first = next();
      if (first < ONE) place += 1 + first;
      else if (first < ONE + TWO) place += 1 + ONE + (first - ONE) * SIZE + next();
      else place += 1 + ONE + TWO * SIZE + ((first - ONE - TWO) * SIZE + next()) * SIZE + next();
      places.push(place);
    }
    return places;
  }
  const LONG = 6; // of a shard's name
  async function bucketOf({ shards }, key) {
    const count = shards.length / LONG;
    const number = Math.floor((hashed(key.replace(/=+$/, "")) * count) / 2 ** 32);
    const shard = await part(`${number}-${shards.slice(number * LONG, (number + 1) * LONG)}`);
    return decoded(shard.split(" ")[hashed(key) % Math.max(432, Math.floor((count * 5) / 7))]);
  }

  const fewestFirst = (lists) => [...lists].sort((a, b) => a.length - b.length);
  // Any of the characters that stand for one another.
  async function anyOf(volume, key) {
    const lists = await Promise.all(key.map((one) => bucketOf(volume, one)));
    return lists.flat();
  }
  // The passages of a volume that hold all the keys, of which so many are looked up; null, which is all, for none.
  const MOST = 8;
  async function placesOf(volume, keys) {
    let found = null;
    for (const list of fewestFirst(await Promise.all(keys.slice(0, MOST).map((key) => anyOf(volume, key))))) {
      const before = found;
      found = new Set(before ? list.filter((place) => before.has(place)) : list);
    }
    return found;
  }
  async function phraseIn(volume, phrase) {
    const pairs = chineseKeys(phrase);
    const words = englishKeys(phrase);
    const inEnglish = !phrase.han && (words.length || !pairs.length);
    const [zh, en] = await Promise.all([placesOf(volume, pairs), inEnglish ? placesOf(volume, words) : new Set()]);
    return { zh, en };
  }
  const valueKeys = ({ value }) => [[`=${value}`], [`=${value}=`]];
  // By phrase and language where it may be, null for anywhere; Han is looked for in the Chinese only.
  async function candidatesIn(volume, question, filters) {
    const marks = ["kind", "theme"].filter((name) => filters[name]);
    const keys = marks.map((name) => [`${name}:${filters[name]}`]);
    const [chosen, figure, ...phrases] = await Promise.all([
      placesOf(volume, keys),
      question.figure ? placesOf(volume, valueKeys(question.figure)) : new Set(),
      ...question.phrases.map((phrase) => phraseIn(volume, phrase)),
    ]);
    function maybe(n, language, place) {
      const places = phrases[n][language];
      return !places || places.has(place);
    }
    const every = (place) => phrases.every((_, n) => maybe(n, "zh", place) || maybe(n, "en", place));
    const bounded = phrases.filter((phrase) => phrase.zh && phrase.en);
    const either = fewestFirst(bounded.map((phrase) => [...phrase.zh, ...phrase.en]));
    const fewest = either[0] || Array.from({ length: volume.size }, (_, n) => n);
    const all = [...fewest.filter(every), ...figure].filter((place) => !chosen || chosen.has(place));
    return { places: [...new Set(all)].sort((a, b) => a - b), maybe, every, figure };
  }

  return { hashed, decoded, candidatesIn };
})();
