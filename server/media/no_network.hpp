// A thread whose children cannot reach the network: a system-call filter that programs inherit and cannot take off.
// Runs on: the thread that is to be confined, for good. Owns: nothing.
#pragma once

namespace posterhall::media {

/// From now on this thread, and every program it starts, is refused sockets, tracing of others, new namespaces and
/// mounts (seccomp-bpf, no_new_privs). False: this kernel does not do it.
[[nodiscard]] bool forbid_network();

}  // namespace posterhall::media
