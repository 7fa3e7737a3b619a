// SPDX-License-Identifier: Apache-2.0
// Owns what a reader can do with the HTML page: filters, search, keys, marks of words, light and dark.
// The page can be read without. What is chosen stands in the fragment of the address
// (#filter=unsure&q=bridge&bead=12&theme=dark), so that it can be linked to and outlives a reload.
(() => {
'use strict';
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const tools = byId('tools');
const search = byId('q');
const shown = byId('shown');
const rows = Array.from(document.querySelectorAll('main article'));
const blocks = Array.from(document.querySelectorAll('main > section'));
const filters = Array.from(tools.elements.filter);
const state = {filter: 'all', q: '', bead: '', theme: ''};
let current = null;

// ---- Search: without regard to case and to full and half width

const fold = (text) => text.normalize('NFKC').toLowerCase();
const parts = (row) => row.querySelectorAll('p[data-n], ins, q');
let texts = null;  // by row, made at the first search
const textOf = (row) => Array.from(parts(row), (part) => fold(part.textContent)).join('\n');

function matches(row, index, wanted) {
  if (state.filter !== 'all' && !row.classList.contains(state.filter)) return false;
  return wanted === '' || texts[index].includes(wanted);
}

function show() {
  const wanted = fold(state.q.trim());
  if (wanted !== '' && texts === null) texts = rows.map(textOf);
  let count = 0;
  rows.forEach((row, index) => {
    const visible = matches(row, index, wanted);
    count += visible;
    if (row.hidden === visible) row.hidden = !visible;
  });
  for (const block of blocks) block.hidden = block.querySelector('article:not([hidden])') === null;
  shown.textContent = shown.dataset.words.replace('{1}', count).replace('{2}', rows.length);
  root.dataset.shown = count;
  highlight();
}

// ---- What was found is marked in the blocks in sight only: there may be very much of it

const inSight = new Set();
const found = window.Highlight && CSS.highlights ? new Highlight() : null;
if (found) {
  CSS.highlights.set('found', found);
  const watcher = new IntersectionObserver((changes) => {
    for (const {target, isIntersecting} of changes) isIntersecting ? inSight.add(target) : inSight.delete(target);
    highlight();
  }, {rootMargin: '50%'});
  for (const block of blocks) watcher.observe(block);
}

// The text node and the offset in it of a place in an element's text; words may have been wrapped.
function locate(element, place) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && place > node.length) {
    place -= node.length;
    node = walker.nextNode();
  }
  return [node, place];
}

function highlightPart(part, wanted) {
  const text = fold(part.textContent);
  if (text.length !== part.textContent.length) return;  // folding moved the places
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const range = new Range();
    range.setStart(...locate(part, at));
    range.setEnd(...locate(part, at + wanted.length));
    found.add(range);
  }
}

function highlight() {
  if (!found) return;
  found.clear();
  const wanted = fold(state.q.trim());
  if (wanted === '') return;
  for (const block of inSight)
    for (const row of block.querySelectorAll('article:not([hidden])'))
      for (const part of parts(row)) highlightPart(part, wanted);
}

// ---- Words that correspond: wrapped when a row is pointed at or stepped on for the first time

const kinds = {'#': 'number', '@': 'name'};
const list = (spelled) => (spelled ? spelled.split(' ') : []);
const numbers = (spelled) => spelled.split('.').map((digits) => parseInt(digits, 36));

function wrapSide(cell, words) {
  words.sort((a, b) => a.begin - b.begin);
  let next = 0;
  let before = 0;
  for (const part of cell.querySelectorAll('p[data-n]')) {
    const text = part.textContent;
    const pieces = [];
    let done = 0;
    let last = null;
    for (; next < words.length && words[next].begin < before + text.length; ++next) {
      const word = words[next];
      const begin = word.begin - before;
      if (begin < done) {  // one word that is matched twice
        if (last) last.pairs.push(...word.pairs);
        continue;
      }
      last = document.createElement('span');
      last.className = 'w ' + word.kind;
      last.textContent = text.slice(begin, begin + word.length);
      last.pairs = word.pairs.slice();
      pieces.push(text.slice(done, begin), last);
      done = begin + word.length;
    }
    part.replaceChildren(...pieces, text.slice(done));
    before += text.length;
  }
}

function wrapWords(row) {
  if (row.dataset.wrapped) return;
  row.dataset.wrapped = 'yes';
  const sides = [[], []];
  list(row.dataset.m).forEach((match, pair) => {
    const kind = kinds[match[0]] ?? '';
    const [begin, length, targetBegin, targetLength] = numbers(kind ? match.slice(1) : match);
    sides[0].push({begin, length, kind, pairs: [pair]});
    sides[1].push({begin: targetBegin, length: targetLength, kind, pairs: [pair]});
  });
  [row.dataset.s, row.dataset.t].forEach((lost, side) => {
    for (const word of list(lost)) {
      const [begin, length] = numbers(word);
      sides[side].push({begin, length, kind: 'lost', pairs: []});
    }
  });
  const cells = row.querySelectorAll(':scope > div');
  sides.forEach((words, side) => wrapSide(cells[side], words));
  if (state.q !== '') highlight();
}

function markPairs(row, pairs) {
  for (const word of row.querySelectorAll('.w'))
    word.classList.toggle('on', word.pairs.some((pair) => pairs.includes(pair)));
}

function stepPair(step) {
  const count = current ? list(current.dataset.m).length : 0;
  if (count === 0) return;
  const at = current.pair === undefined ? (step > 0 ? 0 : count - 1) : (current.pair + step + count) % count;
  current.pair = at;
  markPairs(current, [at]);
  shown.textContent = Array.from(current.querySelectorAll('.w.on'), (word) => word.textContent).join(' – ');
}

// ---- The current row

const ribbons = Array.from(document.querySelectorAll('#picture a'), (link) =>
  ({link, bead: Number(link.getAttribute('href').slice(2))})).sort((a, b) => a.bead - b.bead);

let here = null;
function showInPicture(bead) {
  here?.classList.remove('here');
  here = null;
  for (const ribbon of ribbons) {
    if (ribbon.bead > bead) break;
    here = ribbon.link;
  }
  here?.classList.add('here');
}

function setCurrent(row) {
  if (row === current) return;
  if (current) {
    current.classList.remove('current');
    current.tabIndex = -1;
    markPairs(current, []);
    delete current.pair;
  }
  current = row;
  row.classList.add('current');
  row.tabIndex = 0;
  wrapWords(row);
  showInPicture(Number(row.id.slice(1)));
  state.bead = row.id.slice(1);
  saveSoon();
}

function goTo(row, block = 'nearest') {
  setCurrent(row);
  row.focus({preventScroll: true});
  row.scrollIntoView({block});
}

function move(step) {
  let index = current ? rows.indexOf(current) + step : (step > 0 ? 0 : rows.length - 1);
  while (index >= 0 && index < rows.length && rows[index].hidden) index += step;
  if (index >= 0 && index < rows.length) goTo(rows[index]);
}

function goToBead(bead) {
  const row = byId('b' + bead);
  if (!row) return;
  if (row.hidden) choose('all', '');
  goTo(row, 'center');
}

// ---- State and address

function choose(filter, query) {
  state.filter = filter;
  state.q = query;
  search.value = query;
  for (const input of filters) input.checked = input.value === filter;
  show();
  saveSoon();
}

// After a person chose: the current row stays in sight, or else the first ones come into it.
function settle() {
  const main = document.querySelector('main');
  if (current && !current.hidden) current.scrollIntoView({block: 'center'});
  else if (main.getBoundingClientRect().top < 0) main.scrollIntoView();
}

let saving = 0;
function saveSoon() {  // browsers refuse many changes of the address in a short time
  clearTimeout(saving);
  saving = setTimeout(() => {
    const chosen = Object.entries(state).filter(([key, value]) => value !== '' && !(key === 'filter' && value === 'all'));
    history.replaceState(null, '', '#' + new URLSearchParams(chosen));
  }, 300);
}

function setTheme(theme) {
  state.theme = theme;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
}

function readAddress() {
  const fragment = location.hash.slice(1);
  if (/^b\d+$/.test(fragment)) return goToBead(fragment.slice(1));
  if (fragment !== '' && !fragment.includes('=')) return;  // a place of the page
  const given = new URLSearchParams(fragment);
  const theme = given.get('theme') ?? '';
  setTheme(['light', 'dark'].includes(theme) ? theme : '');
  const filter = given.get('filter');
  choose(filters.some((input) => input.value === filter) ? filter : 'all', given.get('q') ?? '');
  if (given.get('bead')) goToBead(given.get('bead'));
}

function toggleTheme() {
  const dark = state.theme ? state.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  setTheme(dark ? 'light' : 'dark');
  saveSoon();
}

// ---- Events

function leave() {
  if (byId('help').open) {
    byId('help').open = false;
  } else {
    choose('all', '');
    settle();
  }
}

let typing = 0;
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    choose(state.filter, search.value);
    settle();
  }, 120);
});
search.addEventListener('keydown', (event) => {
  if (event.isComposing) return;  // an input method is choosing Chinese characters
  if (event.key === 'Enter') {
    choose(state.filter, search.value);
    current = current && !current.hidden ? current : null;
    const first = rows.find((row) => !row.hidden);
    if (first) goTo(first);
  } else if (event.key === 'Escape') {
    choose(state.filter, '');
    search.blur();
  }
});
tools.addEventListener('submit', (event) => event.preventDefault());
tools.addEventListener('change', (event) => {
  if (event.target.name !== 'filter') return;
  choose(event.target.value, search.value);
  settle();
});
byId('theme').addEventListener('click', toggleTheme);

const keys = {
  j: () => move(1),
  k: () => move(-1),
  ArrowRight: () => stepPair(1),
  ArrowLeft: () => stepPair(-1),
  '/': () => search.select(),
  t: toggleTheme,
  '?': () => byId('help').toggleAttribute('open'),
  Escape: leave,
};
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target === search) return;
  const arrow = event.key.startsWith('Arrow');
  if (!Object.hasOwn(keys, event.key) || (arrow && event.target !== current)) return;
  event.preventDefault();
  keys[event.key]();
});

document.addEventListener('focusin', (event) => {
  const row = event.target.closest('main article');
  if (row) setCurrent(row);
});
document.addEventListener('pointerover', (event) => {
  const row = event.target.closest('main article');
  if (!row) return;
  wrapWords(row);
  row.tabIndex = row.tabIndex === 0 ? 0 : -1;  // a click makes it the current one
  if (row !== current || event.target.classList.contains('w')) markPairs(row, event.target.pairs ?? []);
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#b"]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  goToBead(link.getAttribute('href').slice(2));
});
addEventListener('hashchange', readAddress);
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('#unlinked details')) details.open = true;
});

tools.hidden = false;
const firstRow = rows[0];
if (firstRow) firstRow.tabIndex = 0;
readAddress();
if (root.dataset.shown === undefined) show();
})();
