#!/usr/bin/python3
# An independent check of the PDF files that the tests write: does the file keep PDF/UA-1 (and with
# -a also PDF/A-2a)? Reads with pikepdf (Debian: python3-pikepdf), shares no code with the program.
"""pdfua_lint: PDF/UA-1 + PDF/A-2a checks with only Debian's python3-pikepdf. Usage: pdfua_lint.py [-a] [-q] file.pdf...  (-a: also PDF/A; -q: say nothing of files that pass)"""
import sys, re, pikepdf
from pikepdf import Name, Dictionary, Array, Stream, Pdf
STD=set('''Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'''.split())
PARENT={'LI':{'L'},'Lbl':{'LI','TOCI','Note'},'LBody':{'LI'},'TR':{'Table','THead','TBody','TFoot'},'TH':{'TR'},'TD':{'TR'},'THead':{'Table'},'TBody':{'Table'},'TFoot':{'Table'},'TOCI':{'TOC'}}
KIDS={'L':{'L','LI','Caption'},'LI':{'Lbl','LBody'},'TOC':{'TOC','TOCI','Caption'},'Table':{'TR','THead','TBody','TFoot','Caption'},'TR':{'TH','TD'},'THead':{'TR'},'TBody':{'TR'},'TFoot':{'TR'}}
PAINT=set("f F f* B B* b b* S s sh Do Tj TJ ' \" BI INLINE IMAGE".split())|{'INLINE IMAGE'}
class Lint:
    def __init__(s,path,pdfa): s.e=[]; s.pdfa=pdfa; s.path=path
    def bad(s,c,m): s.e.append((c,m))
    def run(s):
        try: s.p=p=Pdf.open(s.path)
        except Exception as x: s.bad('open',str(x)); return s.e
        r=p.Root; s.lang=bool(str(r.get('/Lang','')))
        mi=r.get('/MarkInfo'); 
        if mi is None or mi.get('/Marked')!=True: s.bad('6.2','MarkInfo/Marked is not true')
        if mi is not None and mi.get('/Suspects')==True: s.bad('7.1','Suspects true')
        vp=r.get('/ViewerPreferences')
        if vp is None or vp.get('/DisplayDocTitle')!=True: s.bad('7.1','DisplayDocTitle is not true')
        if p.is_encrypted and not p.allow.accessibility: s.bad('7.16','encryption forbids accessibility')
        s.xmp(r); st=r.get('/StructTreeRoot')
        if st is None: s.bad('7.1','no StructTreeRoot')
        s.owner={}; s.objr={}; s.last=0; s.role=st.get('/RoleMap',{}) if st is not None else {}; s.ids=set(); s.nums={}; s.seen=set(); s.Hn=False; s.H=False
        if st is not None:
            pt=st.get('/ParentTree'); 
            if pt is not None: s.numtree(pt)
            s.walk(st.get('/K'),None,None,None,s.lang)
            if s.H and s.Hn: s.bad('7.4.4','both H and Hn used')
            s.names(st.get('/IDTree'))
        s.form(r.get('/AcroForm'))
        for i,pg in enumerate(p.pages): s.page(i+1,pg.obj)
        if s.pdfa: s.a2(r)
        return s.e
    def xmp(s,r):
        m=r.get('/Metadata')
        if not isinstance(m,Stream) or m.get('/Subtype')!='/XML' or m.get('/Type')!='/Metadata': s.bad('7.1','no XMP metadata stream'); s.x=''; return
        s.x=x=m.read_bytes().decode('utf-8','replace')
        try:
            import xml.dom.minidom; xml.dom.minidom.parseString(x.encode())
        except Exception as e: s.bad('7.1','XMP is not well-formed: %s'%e)
        if not re.search(r'<dc:title>.*?<rdf:li[^>]*>\s*\S',x,re.S): s.bad('7.1','no dc:title in XMP')
        if not re.search(r'pdfuaid:part(>|=["\'])\s*1',x): s.bad('5','no pdfuaid:part 1 in XMP')
    def numtree(s,n,depth=0):
        if depth>50: return
        a=n.get('/Nums')
        if a is not None:
            for i in range(0,len(a)-1,2): s.nums[int(a[i])]=a[i+1]
        for k in n.get('/Kids',[]): s.numtree(k,depth+1)
    def typ(s,e):
        t=str(e.get('/S',''))[1:]; n=0
        while t not in STD and '/'+t in s.role and n<20: t=str(s.role['/'+t])[1:]; n+=1
        return t
    def attr(s,e,k):
        a=e.get('/A'); 
        for d in ([a] if isinstance(a,Dictionary) else list(a) if isinstance(a,Array) else []):
            if isinstance(d,Dictionary) and k in d: return d[k]
    def walk(s,k,parent,pt,pg,lang):
        if k is None: return
        if isinstance(k,Array):
            for x in k: s.walk(x,parent,pt,pg,lang)
            return
        if isinstance(k,int) or not isinstance(k,Dictionary):
            try: s.own(pg,int(k),parent)
            except Exception: pass
            return
        if k.get('/Type')=='/MCR' : s.own(k.get('/Pg',pg),int(k.get('/MCID',-1)),parent); return
        if k.get('/Type')=='/OBJR':
            o=k.get('/Obj')
            if o is not None: s.objr[o.objgen]=(parent,pt)
            return
        if '/S' not in k: return
        if k.objgen!=(0,0):
            if k.objgen in s.seen: s.bad('7.1','structure element twice in tree'); return
            s.seen.add(k.objgen)
        t=s.typ(k)
        if t not in STD: s.bad('7.1','unmapped structure type %s'%t)
        if '/P' not in k: s.bad('7.1','%s without parent'%t)
        if '/Lang' in k: lang=bool(str(k.Lang)) or lang
        if t in PARENT and pt not in PARENT[t]: s.bad('7.2','%s inside %s'%(t,pt))
        if pt in KIDS and t not in KIDS[pt]: s.bad('7.2','%s inside %s'%(t,pt))
        if re.fullmatch('H[1-6]',t):
            n=int(t[1]); s.Hn=True
            if (s.last==0 and n!=1) or n>s.last+1: s.bad('7.4.2','%s after H%d'%(t,s.last))
            s.last=n
        if t=='H': s.H=True
        if t=='Figure' and not str(k.get('/Alt','')) and '/ActualText' not in k: s.bad('7.3','Figure without Alt')
        if t=='Formula' and not str(k.get('/Alt','')): s.bad('7.7','Formula without Alt')
        if t=='Note':
            i=str(k.get('/ID',''))
            if not i or i in s.ids: s.bad('7.9','Note without unique ID')
            s.ids.add(i)
        for a in('/Alt','/ActualText','/E'):
            if a in k and not lang: s.bad('7.2','no language for %s of %s'%(a,t))
        if t=='Form': s.one_widget(k)
        if t=='L' and s.attr(k,'/ListNumbering') is None and any(s.typ(l)=='Lbl' for i in s.kids(k) for l in s.kids(i)): s.bad('7.6','L with labels but no ListNumbering')
        if t=='Table': s.table(k)
        if t=='Caption' and pt in('L','Table','TOC'):
            sib=[x for x in (k.P.get('/K') if isinstance(k.P.get('/K'),Array) else [k.P.get('/K')]) if isinstance(x,Dictionary) and '/S' in x]
            ix=[x.objgen for x in sib].index(k.objgen) if k.objgen in [x.objgen for x in sib] else 0
            if ix not in (0,len(sib)-1) or sum(s.typ(x)=='Caption' for x in sib)>1: s.bad('7.2','Caption not first or last')
        s.walk(k.get('/K'),k,t,k.get('/Pg',pg),lang)
    def one_widget(s,k):
        """ISO 32000-1, table 337: a Form without a Role holds one widget and nothing else."""
        v=k.get('/K'); v=list(v) if isinstance(v,Array) else [v]
        if s.attr(k,'/Role') is None and not (len(v)==1 and isinstance(v[0],Dictionary) and v[0].get('/Type')=='/OBJR'): s.bad('7.18.4','Form is not one widget alone')
    def names(s,t):
        """ISO 32000-1, table 322: elements with an ID are found by it, in a tree in order."""
        got={}
        def leaf(n,depth):
            a=n.get('/Names',[]); ks=[str(a[i]) for i in range(0,len(a)-1,2)]
            if ks!=sorted(ks): s.bad('14.7','IDTree is not in order')
            if ks and '/Limits' in n and [str(x) for x in n.Limits]!=[ks[0],ks[-1]]: s.bad('14.7','Limits of IDTree')
            for i in range(0,len(a)-1,2): got[str(a[i])]=a[i+1]
            for k in n.get('/Kids',[]) if depth<50 else []: leaf(k,depth+1)
        if t is not None: leaf(t,0)
        for i in s.ids-set(got): s.bad('14.7','ID %s is not in the IDTree'%i)
        for i,e in got.items():
            if str(e.get('/ID',''))!=i: s.bad('14.7','IDTree leads from %s to another element'%i)
    def form(s,f):
        if f is None: return
        if f.get('/NeedAppearances')==True: s.bad('A6.4.1','NeedAppearances is true')
        if '/XFA' in f: s.bad('A6.4.2','XFA')
        fonts=f.get('/DR',{}).get('/Font',{}); full=set()
        for n,x in fonts.items(): s.finfo(x)
        def field(d,name,kind,da,depth):
            name+=('.' if name and '/T' in d else '')+str(d.get('/T','')); kind=d.get('/FT',kind); da=d.get('/DA',da)
            for x in ('/A','/AA'):
                if x in d: s.bad('A6.4.1','field %s with %s'%(name,x))
            if '/T' in d:
                if name in full: s.bad('12.7.3.2','two fields are named %s'%name)
                if '.' in str(d.T): s.bad('12.7.3.2','a point in the name %s'%name)
                full.add(name)
            if depth<50:
                for k in d.get('/Kids',[]): field(k,name,kind,da,depth+1)
            if d.get('/Subtype')=='/Widget': s.widget(d,name,kind,da,fonts)
        for d in f.get('/Fields',[]): field(d,'',None,f.get('/DA'),0)
    def widget(s,w,name,kind,da,fonts):
        ap=w.get('/AP'); n=ap.get('/N') if ap is not None else None
        if kind is None: s.bad('12.7.3','field %s has no kind'%name)
        if n is None or set(ap.keys())!={'/N'}: s.bad('A6.3.3','widget %s: N is not its only appearance'%name); return
        if kind=='/Btn':
            if isinstance(n,Stream) or '/Off' not in n: s.bad('A6.3.3','widget %s: no appearances by state'%name); return
            if str(w.get('/AS','')) not in n: s.bad('A6.3.3','widget %s: its state has no appearance'%name)
            looks=[x for _,x in n.items()]
        else:
            if not isinstance(n,Stream): s.bad('A6.3.3','widget %s: N is no stream'%name); return
            m=re.match(r'\s*/(\S+)\s+[\d.]+\s+Tf','' if da is None else str(da))
            if not m or '/'+m[1] not in fonts: s.bad('12.7.3.3','field %s: DA names no font of DR'%name)
            looks=[n]
        box=[float(x) for x in w.Rect]
        for x in looks:
            b=[float(v) for v in x.get('/BBox',[0,0,0,0])]
            if abs((b[2]-b[0])-(box[2]-box[0]))>.02 or abs((b[3]-b[1])-(box[3]-box[1]))>.02: s.bad('12.5.5','widget %s: appearance and rectangle differ in size'%name)
            s.look(x,name)
    def look(s,x,name):
        """The text of an appearance: its fonts, and that marks are closed."""
        fonts=x.get('/Resources',{}).get('/Font',{}); cur=None; depth=0
        for ops,op in pikepdf.parse_content_stream(x):
            o=str(op)
            depth+=o in('BDC','BMC'); depth-=o=='EMC'
            if o=='Tf': cur=fonts.get(str(ops[0])); cur is None and s.bad('7.21','widget %s: a font that is not in its resources'%name)
            if o in('Tj','TJ') and cur is not None: s.font(0,cur,b''.join(bytes(y) for y in (ops[0] if o=='TJ' else [ops[-1]]) if isinstance(y,pikepdf.String)))
        if depth: s.bad('14.6','widget %s: marks are not closed'%name)
    def kids(s,k):
        v=k.get('/K'); return [x for x in (v if isinstance(v,Array) else [v]) if isinstance(x,Dictionary) and '/S' in x]
    def table(s,t):
        rows=[]; n={'THead':0,'TFoot':0,'TBody':0}
        for k in s.kids(t):
            ty=s.typ(k)
            if ty=='TR': rows.append(k)
            elif ty in n: n[ty]+=1; rows+=[r for r in s.kids(k) if s.typ(r)=='TR']
        if n['THead']>1 or n['TFoot']>1 or ((n['THead'] or n['TFoot']) and not n['TBody']): s.bad('7.2','THead/TBody/TFoot count')
        occ={}; w=0; scope=True; hasth=False; hdr=False
        for y,r in enumerate(rows):
            x=0
            for c in s.kids(r):
                while (y,x) in occ: x+=1
                cs=int(s.attr(c,'/ColSpan') or 1); rs=int(s.attr(c,'/RowSpan') or 1)
                for dy in range(rs):
                    for dx in range(cs):
                        if (y+dy,x+dx) in occ: s.bad('7.2','overlapping cells')
                        occ[(y+dy,x+dx)]=1
                x+=cs; ty=s.typ(c)
                if ty=='TH':
                    hasth=True
                    if s.attr(c,'/Scope') is None: scope=False
                if s.attr(c,'/Headers') is not None: hdr=True
        if rows:
            ws={sum(1 for (yy,xx) in occ if yy==y) for y in range(len(rows))}
            if len(ws)>1: s.bad('7.2','rows of different length %s'%sorted(ws))
        if not scope and not hdr: s.bad('7.5','TH without Scope and no Headers')
    def own(s,pg,mcid,e):
        if pg is None or e is None: return
        key=(pg.objgen,mcid)
        if key in s.owner: s.bad('7.1','MCID %d owned twice'%mcid)
        s.owner[key]=e.objgen
    def page(s,no,pg):
        an=pg.get('/Annots'); an=list(an) if an is not None else []
        if an and pg.get('/Tabs')!='/S': s.bad('7.18.3','page %d: Tabs is not S'%no)
        for a in an: s.annot(no,pg,a)
        if s.pdfa:
            box=[float(x) for x in pg.get('/MediaBox',[])]
            if len(box)==4 and not all(3<=abs(box[i+2]-box[i])<=14400 for i in (0,1)): s.bad('A6.1.13','page %d: its size is not from 3 to 14400 points'%no)
            for n,x in pg.get('/Resources',{}).get('/XObject',{}).items(): s.image(no,n,x)
        stack=[]; fonts=pg.get('/Resources',{}).get('/Font',{}); cur=None; used=set(); fst=[]
        arr=s.nums.get(int(pg['/StructParents'])) if '/StructParents' in pg else None
        props=pg.get('/Resources',{}).get('/Properties',{})
        for ops,op in pikepdf.parse_content_stream(pg):
            o=str(op)
            if o in('BDC','BMC'):
                tag=str(ops[0]) if len(ops) else ''; d=ops[1] if o=='BDC' and len(ops)>1 else None
                if isinstance(d,Name): d=props.get(str(d))
                mc=d.get('/MCID') if isinstance(d,Dictionary) else None
                inart=any(x=='A' for x in stack); intag=any(isinstance(x,int) for x in stack)
                if tag=='/Artifact':
                    if intag: s.bad('7.1','page %d: Artifact inside tagged content'%no)
                    stack.append('A')
                elif mc is not None:
                    if inart: s.bad('7.1','page %d: tagged content inside Artifact'%no)
                    stack.append(int(mc))
                    if (pg.objgen,int(mc)) in used: s.bad('7.1','page %d: MCID %d twice'%(no,int(mc)))
                    used.add((pg.objgen,int(mc)))
                    own=s.owner.get((pg.objgen,int(mc)))
                    par=arr[int(mc)] if isinstance(arr,Array) and int(mc)<len(arr) else None
                    if own is None or par is None or par.objgen!=own: s.bad('7.1','page %d: MCID %d not linked both ways'%(no,int(mc)))
                else:
                    if isinstance(d,Dictionary) and any(k in d for k in('/Alt','/ActualText','/E')) and not s.lang and '/Lang' not in d: s.bad('7.2','page %d: no language'%no)
                    stack.append('x')
            elif o=='EMC':
                if stack: stack.pop()
                else: s.bad('7.1','page %d: EMC without BDC'%no)
            elif o=='Tf': cur=fonts.get(str(ops[0]))
            elif o=='q': fst.append(cur)
            elif o=='Q' and fst: cur=fst.pop()
            elif o in PAINT:
                if not any(x=='A' or isinstance(x,int) for x in stack): s.bad('7.1','page %d: %s outside tagged content and artifacts'%(no,o))
                if o in("Tj","TJ","'",'"') and cur is not None:
                    if any(isinstance(x,int) for x in stack) and not s.lang and not s.haslang(pg,stack): s.bad('7.2','page %d: no language for text'%no)
                    bs=b''.join(bytes(x) for x in (ops[0] if o=='TJ' else [ops[-1]]) if isinstance(x,pikepdf.String)); s.font(no,cur,bs)
        if stack: s.bad('7.1','page %d: marked content left open'%no)
        for k,v in s.owner.items():
            if k[0]==pg.objgen and k not in used: s.bad('7.1','page %d: MCID %d in tree, not in content'%(no,k[1]))
    def haslang(s,pg,stack):
        for m in stack:
            if isinstance(m,int):
                g=s.owner.get((pg.objgen,m)); e=s.p.get_object(g) if g and g!=(0,0) else None
                while isinstance(e,Dictionary):
                    if '/Lang' in e: return True
                    e=e.get('/P')
        return False
    def annot(s,no,pg,a):
        st=a.get('/Subtype'); f=int(a.get('/F',0))
        if st in('/Popup',) or f&2: return
        par,pt=s.objr.get(a.objgen,(None,None))
        want='/Link' if st=='/Link' else None
        if par is None: s.bad('7.18.1','page %d: %s annotation not in the structure tree'%(no,st))
        else:
            if st=='/Link' and pt!='Link': s.bad('7.18.5','page %d: link annotation inside %s'%(no,pt))
            if st=='/Widget' and pt!='Form': s.bad('7.18.4','page %d: widget inside %s'%(no,pt))
            if st not in('/Link','/Widget','/PrinterMark') and pt!='Annot': s.bad('7.18.1','page %d: %s inside %s'%(no,st,pt))
            sp=s.nums.get(int(a['/StructParent'])) if '/StructParent' in a else None
            if sp is None or sp.objgen!=par.objgen: s.bad('7.18.5','page %d: StructParent of %s wrong'%(no,st))
        if not str(a.get('/Contents','')) and st!='/Widget' and not (st!='/Link' and par is not None and str(par.get('/Alt',''))): s.bad('7.18.5' if st=='/Link' else '7.18.1','page %d: %s without Contents'%(no,st))
        if st=='/Widget' and '/TU' not in a and not(par is not None and '/Alt' in par) : s.bad('7.18.1','page %d: widget without TU'%no)
        if s.pdfa and not (f&4) : s.bad('A6.3.2','page %d: annotation without Print flag'%no)
    def image(s,no,n,x):
        if x.get('/Subtype')!='/Image': return
        if x.get('/Interpolate')==True: s.bad('A6.2.8','page %d: image %s is interpolated'%(no,n))
        if '/Alternates' in x or '/OPI' in x: s.bad('A6.2.8','page %d: image %s has others beside it'%(no,n))
        if x.get('/ColorSpace') not in ('/DeviceRGB','/DeviceGray') and not isinstance(x.get('/ColorSpace'),Array): s.bad('A6.2.4.3','page %d: colours of image %s are not those of the output intent'%(no,n))
        if '/SMask' in x: s.image(no,n+'/SMask',x.SMask)
    def font(s,no,f,bs):
        if not hasattr(s,'fc'): s.fc={}
        k=f.objgen if f.objgen!=(0,0) else id(f)
        if k not in s.fc: s.fc[k]=s.finfo(f)
        t0,uni,gid,name=s.fc[k]
        if not t0: return
        for i in range(0,len(bs)-1,2):
            c=bs[i]<<8|bs[i+1]
            if c not in uni: s.bad('7.21.7','page %d: font %s code %04X has no Unicode'%(no,name,c))
            elif uni[c] in('','\0','\ufeff','\ufffe'): s.bad('7.21.7','page %d: bad Unicode value'%no)
            if gid is not None and 2*c+1<len(gid) and gid[2*c]==0 and gid[2*c+1]==0 or gid is None and c==0: s.bad('7.21.8','page %d: .notdef in %s'%(no,name))
    def finfo(s,f):
        name=str(f.get('/BaseFont','?')); t0=f.get('/Subtype')=='/Type0'; d=f.get('/DescendantFonts',[f])[0] if t0 else f; fd=d.get('/FontDescriptor'); uni={}; gid=None
        if f.get('/Subtype')!='/Type3' and (fd is None or not any(k in fd for k in('/FontFile','/FontFile2','/FontFile3'))): s.bad('7.21.4','font %s is not embedded'%name)
        if t0 and d.get('/Subtype')=='/CIDFontType2':
            m=d.get('/CIDToGIDMap')
            if m is None: s.bad('7.21.3.2','no CIDToGIDMap in %s'%name)
            elif isinstance(m,Stream): gid=m.read_bytes()
        tu=f.get('/ToUnicode')
        if isinstance(tu,Stream):
            x=tu.read_bytes().decode('latin1')
            for b in re.findall(r'beginbfchar(.*?)endbfchar',x,re.S):
                for a,v in re.findall(r'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>',b): uni[int(a,16)]=bytes.fromhex(v).decode('utf-16-be','replace')
            for b in re.findall(r'beginbfrange(.*?)endbfrange',x,re.S):
                for a,z,v,l in re.findall(r'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[(.*?)\])',b,re.S):
                    l=re.findall(r'<([0-9A-Fa-f]*)>',l) if l else None
                    for i,c in enumerate(range(int(a,16),min(int(z,16),0xFFFF)+1)): uni[c]=chr((int(v,16)+i)&0xFFFF) if l is None else (bytes.fromhex(l[i]).decode('utf-16-be','replace') if i<len(l) else '')
        if t0 and not isinstance(tu,Stream) and not str(f.get('/Encoding','')).startswith('/Identity'): t0=False
        return t0,uni,gid,name
    def a2(s,r):
        if '/ID' not in s.p.trailer: s.bad('A6.1.3','no ID in trailer')
        if s.p.is_encrypted: s.bad('A6.1.3','encrypted')
        if not any(o.get('/S')=='/GTS_PDFA1' and '/DestOutputProfile' in o for o in r.get('/OutputIntents',[])): s.bad('A6.2.4','no PDF/A output intent')
        if not re.search(r'pdfaid:part(>|=["\'])\s*[23]',s.x): s.bad('A6.6.4','no pdfaid:part')
        if 'pdfuaid:part' in s.x and 'pdfaExtension:schemas' not in s.x: s.bad('A6.6.2.3','pdfuaid without extension schema')
if __name__=='__main__':
    a=sys.argv[1:]; pdfa='-a' in a; quiet='-q' in a; rc=0
    for f in a:
        if f in('-a','-q'): continue
        try: e=Lint(f,pdfa).run()
        except Exception as x: e=[('crash',repr(x))]
        if e or not quiet: print('%s: %s'%(f,'FAIL' if e else 'PASS'))
        rc|=bool(e); seen=set()
        for c,m in e:
            if (c,m) not in seen and len(seen)<12: seen.add((c,m)); print('   %s %s'%(c,m))
    sys.exit(rc)
