// What is there when the page has no script of its own.
said.rows = rows().length;
said.tools = shown('.tools') + shown('.more');
said.pictures = Array.prototype.map.call(document.querySelectorAll('svg.picture'), function (it) {
    return it.getBoundingClientRect().height > 40; });
said.rules = document.querySelectorAll('.law tbody tr').length;
document.querySelector('label[for=en]').click();
said.en = [shown('.zh'), shown('.en') > 0];
by('cards').querySelector('summary').click();
said.open = document.querySelectorAll('.card[open]').length;
