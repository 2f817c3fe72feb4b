(function () {
  'use strict';
  var doc = document, root = doc.documentElement;

  /* Language: the switch works by style alone; here only what style cannot reach. */
  function speak() {
    var en = doc.getElementById('en').checked, i, list;
    root.lang = en ? 'en' : 'zh-CN';
    list = doc.getElementsByTagName('option');
    for (i = 0; i < list.length; i++) {
      if (list[i].getAttribute('data-zh')) {
        list[i].textContent = list[i].getAttribute(en ? 'data-en' : 'data-zh');
      }
    }
  }
  doc.getElementById('zh').addEventListener('change', speak);
  doc.getElementById('en').addEventListener('change', speak);
  speak();

  /* Print: what is folded is unfolded, as long as it is not a book. */
  var folded = [];
  window.addEventListener('beforeprint', function () {
    var list = doc.querySelectorAll('details.unfold'), i;
    for (i = 0; i < list.length && list.length <= 60; i++) {
      if (!list[i].open) { list[i].open = true; folded.push(list[i]); }
    }
  });
  window.addEventListener('afterprint', function () {
    while (folded.length) { folded.pop().open = false; }
  });

  /* The list of teachers: search, filters, order. */
  var table = doc.getElementById('people');
  if (!table) { return; }
  var body = table.tBodies[0], FIRST = 200, all = false, rows = [], words = null, i;
  var find = doc.getElementById('find'), only = doc.getElementById('only');
  var school = doc.getElementById('at'), subject = doc.getElementById('of');
  var state = doc.getElementById('in');
  var more = doc.getElementById('more'), shown = doc.getElementById('shown');
  var found = doc.getElementById('found');
  for (i = 0; i < body.rows.length; i++) { rows.push(body.rows[i]); }

  function index() {
    var k;
    words = [];
    for (k = 0; k < rows.length; k++) {
      rows[k].no = k;
      words.push(rows[k].textContent.toLowerCase());
    }
  }

  function keep(row, query, at, of, is) {
    if (only.checked && row.className.indexOf('c') < 0) { return false; }
    if (at && (' ' + row.getAttribute('data-s') + ' ').indexOf(' ' + at + ' ') < 0) { return false; }
    if (of && row.getAttribute('data-j') !== of) { return false; }
    if (is && row.getAttribute('data-w') !== is) { return false; }
    return !query || words[row.no].indexOf(query) >= 0;
  }

  function apply() {
    var query = find.value.replace(/^\s+|\s+$/g, '').toLowerCase();
    var at = school.value, of = subject.value, is = state.value, count = 0, seen = 0, k, row, hide, name;
    if (query && !words) { index(); }
    for (k = 0; k < rows.length; k++) {
      row = rows[k];
      hide = true;
      if (keep(row, query, at, of, is)) {
        count++;
        hide = !all && count > FIRST;
        if (!hide) { seen++; }
      }
      name = (row.className.indexOf('c') < 0 ? '' : 'c') + (hide ? ' x' : '');
      if (row.className !== name) { row.className = name; }
    }
    found.textContent = count;
    shown.textContent = seen;
    more.style.display = seen < count ? '' : 'none';
  }

  function key(row, no) {
    var cell = row.cells[no], zh = cell.querySelector(root.lang === 'en' ? '.en' : '.zh');
    return (zh || cell).textContent;
  }

  function sort(head) {
    var no = head.cellIndex, down = head.getAttribute('aria-sort') === 'ascending', k, heads, list = [];
    var order = window.Intl && Intl.Collator ? new Intl.Collator(root.lang, { numeric: true }).compare
      : function (a, b) { return a < b ? -1 : a > b ? 1 : 0; };
    if (!words) { index(); }
    for (k = 0; k < rows.length; k++) { list.push({ row: rows[k], key: key(rows[k], no), at: k }); }
    list.sort(function (a, b) {
      var by = a.key && b.key ? order(a.key, b.key) : (a.key ? -1 : b.key ? 1 : 0);
      if (down && a.key && b.key) { by = -by; }
      return by || a.at - b.at;
    });
    var piece = doc.createDocumentFragment();
    for (k = 0; k < list.length; k++) { rows[k] = list[k].row; piece.appendChild(rows[k]); }
    body.appendChild(piece);
    heads = table.tHead.rows[0].cells;
    for (k = 0; k < heads.length; k++) { heads[k].setAttribute('aria-sort', 'none'); }
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    apply();
  }

  /* A head becomes a button, which the keyboard reaches too. */
  function button(head) {
    var press = doc.createElement('button');
    press.type = 'button';
    while (head.firstChild) { press.appendChild(head.firstChild); }
    head.appendChild(press);
    head.setAttribute('aria-sort', 'none');
    press.addEventListener('click', function () { sort(head); });
  }
  for (i = 0; i < table.tHead.rows[0].cells.length; i++) { button(table.tHead.rows[0].cells[i]); }

  find.addEventListener('input', apply);
  only.addEventListener('change', apply);
  school.addEventListener('change', apply);
  subject.addEventListener('change', apply);
  state.addEventListener('change', apply);
  doc.getElementById('all').addEventListener('click', function () { all = true; apply(); });
  apply();
}());
