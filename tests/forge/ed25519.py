"""Ed25519 (RFC 8032) in plain Python, for forgers: slow, not constant in
time, and made from the RFC's equations alone. Also C2SP key names."""
import base64
import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def _recover(y, sign):
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * I % P
    return P - x if (x & 1) != sign else x


_BY = 4 * pow(5, P - 2, P) % P
_BX = _recover(_BY, 0)


def _add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


_POWERS = [(_BX, _BY, 1, _BX * _BY % P)]
for _ in range(255):
    _POWERS.append(_add(_POWERS[-1], _POWERS[-1]))


def _times_base(n):
    q = (0, 1, 1, 0)
    for i in range(256):
        if n >> i & 1:
            q = _add(q, _POWERS[i])
    return q


def _encode(p):
    z = pow(p[2], P - 2, P)
    x, y = p[0] * z % P, p[1] * z % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


class Key:
    """An identity or a session key: from 32 bytes of seed, with a name."""

    def __init__(self, name, seed):
        self.name, self.seed = name, seed
        h = hashlib.sha512(seed).digest()
        n = int.from_bytes(h[:32], "little")
        self.scalar = n & (2**254 - 8) | 2**254
        self.prefix = h[32:]
        self.public = _encode(_times_base(self.scalar))
        self.made = {}

    def sign(self, message):
        if message not in self.made:
            r = int.from_bytes(hashlib.sha512(self.prefix + message).digest(),
                               "little") % L
            big = _encode(_times_base(r))
            k = int.from_bytes(hashlib.sha512(
                big + self.public + message).digest(), "little") % L
            s = (r + k * self.scalar) % L
            self.made[message] = big + s.to_bytes(32, "little")
        return self.made[message]

    def vkey(self, kind=1):
        blob = bytes([kind]) + self.public
        return "%s+%s+%s" % (self.name, self.id(kind).hex(), b64(blob))

    def id(self, kind=1):
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([kind]) +
                              self.public).digest()[:4]

    def renamed(self, name):
        return Key(name, self.seed)


def b64(data):
    return base64.b64encode(data).decode()


def simulated(seed, agent):
    """The identity that anybody can make who knows an experiment's seed."""
    master = hashlib.sha256(("detente.example/simulated/v1\nseed %d\n"
                             "agent %s\n" % (seed, agent)).encode()).digest()
    made = hashlib.blake2b(b"", digest_size=32, key=master,
                           salt=(1).to_bytes(8, "little") + bytes(8),
                           person=b"dt_simul" + bytes(8)).digest()
    return Key("sim/" + agent, made)


def session(identity, experiment):
    """Its session key in an experiment, whose key is 64 hex digits."""
    raw = bytes.fromhex(experiment)
    seed = hashlib.blake2b(raw, digest_size=32, key=identity.seed).digest()
    return Key(identity.name + "/" + experiment[:16], seed)


def _decode(data):
    n = int.from_bytes(data, "little")
    y, sign = n & (2**255 - 1), n >> 255
    x = _recover(y, sign)
    if (x * x - (y * y - 1) * pow(D * y * y + 1, P - 2, P)) % P:
        raise ValueError("no point")
    return x, y, 1, x * y % P


def _times(p, n):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = _add(q, p)
        p = _add(p, p)
        n >>= 1
    return q


def verify(public, message, signature):
    """RFC 8032, 5.1.7, without the cofactor: as strictly as OpenSSL."""
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public +
                                      message).digest(), "little") % L
    try:
        right = _add(_decode(signature[:32]), _times(_decode(public), k))
    except ValueError:
        return False
    return _encode(_times_base(s)) == _encode(right)
