/* Stand-in for icuuc.dll, only to build and try under wine; Windows 10 1703 and later bring the real one. */
#define X __declspec(dllexport)
typedef int UErr; static void mal(UErr*e){ if(e) *e = 16; /* U_UNSUPPORTED_ERROR */ }
X void* ucnv_open(const char*n, UErr*e){ mal(e); return 0; }
X void ucnv_close(void*c){}
X void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void){}
X void UCNV_TO_U_CALLBACK_SUBSTITUTE(void){}
X void ucnv_reset(void*c){}
X signed char ucnv_getMaxCharSize(void*c){ return 4; }
X const char* ucnv_getName(void*c, UErr*e){ mal(e); return 0; }
X void ucnv_getToUCallBack(void*c, void**a, const void**k){ if(a)*a=0; if(k)*k=0; }
X void ucnv_getFromUCallBack(void*c, void**a, const void**k){ if(a)*a=0; if(k)*k=0; }
X void ucnv_setToUCallBack(void*c,void*a,void*k,void**oa,void**ok,UErr*e){ mal(e); }
X void ucnv_setFromUCallBack(void*c,void*a,void*k,void**oa,void**ok,UErr*e){ mal(e); }
X void ucnv_cbToUWriteUChars(void*a,const void*s,int n,int o,UErr*e){ mal(e); }
X void ucnv_cbFromUWriteUChars(void*a,const void**s,const void*l,int o,UErr*e){ mal(e); }
X void ucnv_toUnicode(void*c,void**t,void*tl,const char**s,const char*sl,int*o,signed char f,UErr*e){ mal(e); }
X void ucnv_fromUnicode(void*c,char**t,const char*tl,const void**s,const void*sl,int*o,signed char f,UErr*e){ mal(e); }
X int ucnv_toUCountPending(void*c, UErr*e){ mal(e); return 0; }
X int ucnv_fromUCountPending(void*c, UErr*e){ mal(e); return 0; }
X const char* ucnv_getStandardName(const char*n,const char*s,UErr*e){ mal(e); return 0; }
X const char* ucnv_getAvailableName(int n){ return 0; }
X int ucnv_countAvailable(void){ return 0; }
