import sys; sys.path.insert(0,"/work/main")
import time, collections, pathlib
import tests.e2e.test_kill as K
stats=collections.Counter(); T=collections.Counter()
orig=K.Nursery.round
def round(self, task, chance):
    t=time.perf_counter(); orig(self,task,chance); T["round"]+=time.perf_counter()-t
    for l in self.said:
        if l[0].isdigit(): stats[l[1]]+=1
    folder=pathlib.Path(self.process.args[-1])
    stats["journals"]+=len(list(folder.rglob("*-journal"))); stats["temps"]+=len(list(folder.rglob(".promueve-*")))
    stats["copia"]+= (folder/"copia.promueve").exists()
    stats["nuevos"]+=len(list(folder.glob("nuevo*")))
K.Nursery.round=round; K.KILLS=6
for n in ("check_acknowledged","check_documents","check_projects","replayed"):
    def wrap(f,n=n):
        def g(*a):
            t=time.perf_counter(); r=f(*a); T[n]+=time.perf_counter()-t; return r
        return g
    setattr(K,n,wrap(getattr(K,n)))
def test_x(tmp_path):
    import subprocess
    for x in (K.nursery.__wrapped__ if hasattr(K.nursery,"__wrapped__") else K.nursery.__pytest_wrapped__.obj)(tmp_path):
        K.test_nothing_that_was_saved_is_lost_whenever_the_program_is_killed(x,tmp_path)
    print(stats,dict(T))
from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.domain.errors import UserError
_o=ProjectOpener.open
def op(self,path,**k):
    try: return _o(self,path,**k)
    except UserError as e:
        import os
        l=path.with_name("."+path.name+".lock")
        print("FAIL",path,l.exists() and (l.read_bytes(), time.time()-l.stat().st_mtime), e.data)
        try: pid=__import__("json").loads(l.read_bytes())["pid"]; print(open(f"/proc/{pid}/status").read()[:300])
        except Exception as x: print(x)
        raise
ProjectOpener.open=op
