use lungang::*;
use std::collections::*;
fn main(){
 let dir=std::env::args().nth(1).unwrap();
 let c=run::check(std::path::Path::new(&dir)).unwrap();
 let (r,b)=c.ready().unwrap();
 let f=facts::Facts::new(r,b);
 let p=rules::build(&f,false);
 println!("teachers {} movable {} types {} arcs {} fills {} posts {} hires {}", r.teachers.len(), p.types.iter().map(|t|t.size()).sum::<i64>(), p.types.len(), p.arcs.len(), p.fills.len(), p.empties.len(), p.hires.len());
 let prof:BTreeSet<_>=p.types.iter().map(|t|t.profile).collect();
 println!("profiles all {} movable {}", f.profiles.len(), prof.len());
 let mut fit:BTreeMap<Vec<_>,usize>=BTreeMap::new();
 for q in &prof { let v:Vec<_>=f.post_nos().map(|no|{let x=f.profile(*q).fit(f.post(no));(x.own,x.further,x.uncovered)}).collect(); *fit.entry(v).or_default()+=1;}
 println!("distinct fit {}",fit.len());
 let mut by:BTreeMap<&str,(usize,usize,usize)>=BTreeMap::new();
 for row in &p.lp.rows { let e=by.entry(row.rule).or_default(); e.0+=1; e.1+=row.terms.len(); e.2=e.2.max(row.terms.len()); }
 for (k,v) in by {println!("{k:24} rows {:6} nnz {:8} longest {}",v.0,v.1,v.2);}
 let mut per:BTreeMap<usize,usize>=BTreeMap::new();
 for t in &p.types{*per.entry(t.members.len()).or_default()+=1;}
 println!("sizes {per:?}");
 for (g,s) in &p.lp.goals { println!("{g:?} terms {}",s.terms.len()); }
 let mut stages:BTreeMap<_,usize>=BTreeMap::new();
 for t in &p.types{ *stages.entry((f.profile(t.profile).stage, f.profile(t.profile).own)).or_default()+=t.members.len(); }
 println!("{stages:?}");
}
