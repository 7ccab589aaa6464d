/* Windows 10's source of random bytes, which Wine 8 has not: handed on to the older one. */
#include <windows.h>

#define AT_ONCE 65536u

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG count);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count)
{
    while (count > 0) {
        ULONG now = count < AT_ONCE ? (ULONG)count : AT_ONCE;
        if (!SystemFunction036(bytes, now))
            return FALSE;
        bytes += now;
        count -= now;
    }
    return TRUE;
}
