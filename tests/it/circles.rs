//! No file of the program needs another that needs it in turn: whoever reads one can begin at the bottom.
//!
//! A file needs another when it names something that is defined there: through `crate::`, `super::` or
//! `self::`, through a name it imports, or through a child module. Re-exports are followed to where the
//! thing is defined; declaring a child, or re-exporting from it, is no need of it. A file may use what the
//! roof of its own folder defines.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Item, ItemUse, Macro, UseTree, Visibility};

/// Names from the root of the crate down.
type Names = Vec<String>;

/// What one file says.
#[derive(Default)]
struct Said {
    defined: BTreeSet<String>,
    /// Imported names and what they stand for, with the module in whose terms that is said.
    imported: BTreeMap<String, Names>,
    globs: Vec<Names>,
    named: Vec<Names>,
}

/// Every module that is a file, by its path in the crate.
type Crate = BTreeMap<Names, Said>;

fn read(folder: &Path, own: &Names, modules: &mut Crate) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut names = own.clone();
        if !["mod", "lib", "main"].contains(&stem.as_str()) {
            names.push(stem);
        }
        if path.is_dir() {
            read(&path, &names, modules);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("main.rs") {
            let text = fs::read_to_string(&path).unwrap();
            let parsed = syn::parse_file(&text).unwrap();
            let mut said = Said::default();
            said.visit_file(&parsed);
            modules.insert(names, said);
        }
    }
}

impl Said {
    fn import(&mut self, tree: &UseTree, before: &Names, is_need: bool) {
        let with = |name: &syn::Ident| {
            let mut names = before.clone();
            names.push(name.to_string());
            names
        };
        match tree {
            UseTree::Path(path) => self.import(&path.tree, &with(&path.ident), is_need),
            UseTree::Group(group) => {
                let all = group.items.iter();
                all.for_each(|one| self.import(one, before, is_need));
            }
            UseTree::Glob(_) => self.globs.push(before.clone()),
            UseTree::Name(_) | UseTree::Rename(_) => {
                let (shown, names) = match tree {
                    UseTree::Name(name) if name.ident == "self" => {
                        (before.last().cloned().unwrap_or_default(), before.clone())
                    }
                    UseTree::Name(name) => (name.ident.to_string(), with(&name.ident)),
                    UseTree::Rename(renamed) if renamed.ident == "self" => {
                        (renamed.rename.to_string(), before.clone())
                    }
                    UseTree::Rename(renamed) => (renamed.rename.to_string(), with(&renamed.ident)),
                    _ => unreachable!(),
                };
                if is_need {
                    self.named.push(names.clone());
                }
                self.imported.insert(shown, names);
            }
        }
    }

    /// The paths in the tokens of a macro, which are no syntax tree.
    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let mut path: Names = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(word) => {
                    if colons < 2 && !path.is_empty() {
                        self.named.push(std::mem::take(&mut path));
                    }
                    path.push(word.to_string());
                    colons = 0;
                }
                proc_macro2::TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                proc_macro2::TokenTree::Group(group) => {
                    self.named
                        .extend((!path.is_empty()).then(|| std::mem::take(&mut path)));
                    self.tokens(group.stream());
                    colons = 0;
                }
                _ => {
                    self.named
                        .extend((!path.is_empty()).then(|| std::mem::take(&mut path)));
                    colons = 0;
                }
            }
        }
        self.named.extend((!path.is_empty()).then_some(path));
    }
}

impl<'ast> Visit<'ast> for Said {
    fn visit_item(&mut self, item: &'ast Item) {
        let name = match item {
            Item::Const(one) => Some(one.ident.to_string()),
            Item::Enum(one) => Some(one.ident.to_string()),
            Item::Fn(one) => Some(one.sig.ident.to_string()),
            Item::Static(one) => Some(one.ident.to_string()),
            Item::Struct(one) => Some(one.ident.to_string()),
            Item::Trait(one) => Some(one.ident.to_string()),
            Item::Type(one) => Some(one.ident.to_string()),
            Item::Macro(one) => one.ident.as_ref().map(ToString::to_string),
            _ => None,
        };
        self.defined.extend(name);
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_need = matches!(item.vis, Visibility::Inherited);
        self.import(&item.tree, &Names::new(), is_need);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|part| part.ident.to_string());
        self.named.push(names.collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, one: &'ast Macro) {
        let names = one.path.segments.iter().map(|part| part.ident.to_string());
        self.named.push(names.collect());
        self.tokens(one.tokens.clone());
    }
}

/// The module whose file defines what these names lead to, said in a module.
fn lead(modules: &Crate, from: &Names, names: &[String], depth: usize) -> Option<Names> {
    let (first, mut rest) = names.split_first()?;
    let mut at = match first.as_str() {
        "crate" => Names::new(),
        "self" => from.clone(),
        "super" => from.split_last()?.1.to_vec(),
        _ => {
            rest = names;
            from.clone()
        }
    };
    while let Some((name, after)) = rest.split_first() {
        if name == "super" {
            at.pop();
            rest = after;
            continue;
        }
        let said = modules.get(&at)?;
        let mut child = at.clone();
        child.push(name.clone());
        if modules.contains_key(&child) {
            at = child;
            rest = after;
            continue;
        }
        if said.defined.contains(name) || depth > 8 {
            return Some(at);
        }
        if let Some(names) = said.imported.get(name) {
            let names: Names = names.iter().chain(after).cloned().collect();
            // A name that leads to itself is one of another crate.
            return (names[0] != *name)
                .then(|| lead(modules, &at, &names, depth + 1))
                .flatten();
        }
        let through = |glob: &Names| {
            let names: Names = glob.iter().chain(rest).cloned().collect();
            lead(modules, &at, &names, depth + 1)
                .filter(|found| modules[found].defined.contains(name))
        };
        return said.globs.iter().find_map(through);
    }
    Some(at)
}

/// Which file needs which.
fn needs(modules: &Crate) -> BTreeMap<&Names, BTreeSet<&Names>> {
    let of = |(own, said): (&'_ Names, &'_ Said)| -> BTreeSet<Names> {
        let all = said.named.iter();
        let all = all.filter_map(|names| lead(modules, own, names, 0));
        all.filter(|found| found != own && !own.starts_with(found))
            .collect()
    };
    let known = |names: &Names| modules.get_key_value(names).map(|(names, _)| names);
    let modules = modules.iter();
    modules
        .map(|(own, said)| {
            let found = of((own, said));
            (own, found.iter().filter_map(known).collect())
        })
        .collect()
}

/// Files that can be reached from each file by going from need to need.
fn reached<'a>(
    needs: &BTreeMap<&'a Names, BTreeSet<&'a Names>>,
    from: &'a Names,
) -> BTreeSet<&'a Names> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(one) = open.pop() {
        for next in &needs[one] {
            if found.insert(*next) {
                open.push(next);
            }
        }
    }
    found
}

#[test]
fn no_circle_of_files() {
    let mut modules = Crate::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    read(&src, &Names::new(), &mut modules);
    let needs = needs(&modules);
    let reached: BTreeMap<_, _> = needs
        .keys()
        .map(|one| (*one, reached(&needs, one)))
        .collect();
    let mut circles: BTreeSet<Vec<&Names>> = BTreeSet::new();
    for (one, there) in &reached {
        if there.contains(one) {
            let back = there.iter().filter(|other| reached[*other].contains(one));
            circles.insert(back.copied().collect());
        }
    }
    let shown = circles.iter().map(|circle| {
        let files = circle.iter().map(|one| {
            let inside = needs[one].iter().filter(|next| circle.contains(next));
            let inside: Vec<_> = inside.map(|next| next.join("::")).collect();
            format!("  {} needs {}", one.join("::"), inside.join(", "))
        });
        files.collect::<Vec<_>>().join("\n")
    });
    let shown: Vec<_> = shown.collect();
    assert!(
        shown.is_empty(),
        "circles of files:\n{}",
        shown.join("\n\n")
    );
    // The reader of needs does read: these are known.
    let need = |one: &str, other: &str| {
        let names = |text: &str| text.split("::").map(str::to_owned).collect::<Names>();
        needs[&names(one)].contains(&names(other))
    };
    assert!(need("rules::rotation_share", "rules::verdict"));
    assert!(need("audit", "facts"));
}
