// Asio and Beast, compiled once for the whole program (see the *_SEPARATE_COMPILATION definitions): a Beast
// session file costs about 20 s to compile, and this keeps their bodies out of every other file.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
