/* Stand-in for mscms.dll, only to build and try under wine 8, which lacks WcsCreateIccProfile. */
#define X __declspec(dllexport)
typedef int BOOL; typedef void* H; typedef unsigned long D;
X H WcsOpenColorProfileW(void*a,void*b,void*c,D d,D e,D f,D g){ return 0; }
X H WcsCreateIccProfile(H a,D b){ return 0; }
X BOOL WcsGetDefaultColorProfile(D a,void*b,D c,D d,D e,D f,void*g){ return 0; }
X BOOL WcsGetDefaultColorProfileSize(D a,void*b,D c,D d,D e,void*f){ return 0; }
X BOOL CloseColorProfile(H a){ return 1; }
X BOOL GetColorProfileFromHandle(H a,void*b,D*c){ return 0; }
X H OpenColorProfileW(void*a,D b,D c,D d){ return 0; }
X BOOL GetColorDirectoryW(void*a,void*b,D*c){ return 0; }
X BOOL EnumColorProfilesW(void*a,void*b,void*c,D*d,D*e){ return 0; }
