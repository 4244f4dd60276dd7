/// Takes the bytes of something long, piece by piece in their order: it is never whole in memory.
public typealias Drain = ([UInt8]) -> Void
