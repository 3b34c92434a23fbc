// fcgiapp.h only: fcgi_stdio.h redefines the names of stdio.
#include <fcgiapp.h>
