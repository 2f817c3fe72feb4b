// How to press and type, and what is seen, for the scripts beside.
function by(id) { return document.getElementById(id); }
function tell(it, kind) { it.dispatchEvent(new Event(kind, { bubbles: true })); }
function type(text) { by('find').value = text; tell(by('find'), 'input'); }
function rows() {
    return Array.prototype.filter.call(by('people').tBodies[0].rows, function (row) {
        return getComputedStyle(row).display !== 'none';
    });
}
function cells(no) { return rows().map(function (row) { return row.cells[no].textContent; }); }
function shown(what) {
    return Array.prototype.filter.call(document.querySelectorAll(what), function (it) {
        return getComputedStyle(it).display !== 'none';
    }).length;
}
