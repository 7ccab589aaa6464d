/* Colour profiles of screens, of which Wine 8 lacks these: a screen without a profile. */
#include <windows.h>

#define EXPORTED __declspec(dllexport)

EXPORTED HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD creation)
{
    (void)profile, (void)access, (void)share, (void)creation;
    SetLastError(ERROR_NOT_SUPPORTED);
    return NULL;
}

EXPORTED HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options)
{
    (void)profile, (void)options;
    return NULL;
}

EXPORTED BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, BYTE *bytes, DWORD *count)
{
    (void)profile, (void)bytes;
    if (count)
        *count = 0;
    SetLastError(ERROR_NOT_SUPPORTED);
    return FALSE;
}

EXPORTED BOOL WINAPI CloseColorProfile(HANDLE profile)
{
    (void)profile;
    return TRUE;
}
