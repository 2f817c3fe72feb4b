// Switch, search, filters, order; what is found goes into `said`.
said.zh = [shown('.zh') > 0, shown('.en')];
by('en').click();
said.en = [shown('.zh'), shown('.en') > 0, document.documentElement.lang,
    by('of').options[0].textContent];
by('zh').click();
said.all = rows().length;
type('T00013');
said.one = cells(0);
type('没有这个人');
said.none = [rows().length, by('found').textContent];
type('');
by('only').click();
said.changed = rows().length;
said.marked = document.querySelectorAll('#people tr.c').length;
by('only').click();
by('of').value = 'music'; tell(by('of'), 'change');
said.subjects = cells(2);
by('of').value = ''; tell(by('of'), 'change');
by('at').value = '3'; tell(by('at'), 'change');
said.school = by('at').options[by('at').selectedIndex].textContent;
said.places = rows().map(function (row) {
    return row.cells[4].textContent + ' ' + row.cells[5].textContent; });
by('at').value = ''; tell(by('at'), 'change');
var head = by('people').tHead.rows[0].cells[0];
head.getElementsByTagName('button')[0].click();
said.up = [head.getAttribute('aria-sort'), cells(0)[0]];
head.getElementsByTagName('button')[0].click();
said.down = [head.getAttribute('aria-sort'), cells(0)[0]];
said.sorted = by('people').querySelectorAll('[aria-sort=descending]').length;
said.more = getComputedStyle(by('more')).display;
