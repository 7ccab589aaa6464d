/* Windows' own converters of old encodings, which Wine 8 has not. Qt links to them; this program asks for none. */
#define EXPORTED __declspec(dllexport)
#define NOTHING(name) EXPORTED void *name(void) { return 0; }

enum { UNSUPPORTED = 16 };

EXPORTED void *ucnv_open(const char *name, int *error)
{
    (void)name;
    if (error)
        *error = UNSUPPORTED;
    return 0;
}

EXPORTED signed char ucnv_getMaxCharSize(const void *converter)
{
    (void)converter;
    return 1;
}

NOTHING(ucnv_close)
NOTHING(ucnv_reset)
NOTHING(ucnv_countAvailable)
NOTHING(ucnv_getAvailableName)
NOTHING(ucnv_getStandardName)
NOTHING(ucnv_getName)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_cbToUWriteUChars)
