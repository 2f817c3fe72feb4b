// How long the page takes, in milliseconds.
function timed(what) {
    var from = performance.now();
    what();
    document.body.offsetHeight;
    return performance.now() - from;
}
var clock = performance.timing;
document.body.offsetHeight;
said.load = Date.now() - clock.navigationStart;
said.all = by('people').tBodies[0].rows.length;
said.first = rows().length;
// The measure of this browser on this machine now: it builds the same table once more.
said.table = timed(function () {
    var copy = document.createElement('div');
    copy.innerHTML = by('people').outerHTML;
    document.body.appendChild(copy);
    document.body.offsetHeight;
    document.body.removeChild(copy);
});
said.search = timed(function () { type('张'); });
said.hits = rows().length;
said.again = timed(function () { type('张伟'); });
type('');
said.only = timed(function () { by('only').click(); });
said.changed = by('found').textContent;
by('only').click();
said.subject = timed(function () { by('of').value = 'maths'; tell(by('of'), 'change'); });
by('of').value = ''; tell(by('of'), 'change');
said.sort = timed(function () {
    by('people').tHead.rows[0].cells[4].getElementsByTagName('button')[0].click(); });
said.everyone = timed(function () { by('all').click(); });
said.now = rows().length;
said.more = getComputedStyle(by('more')).display;
