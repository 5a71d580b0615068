namespace AiActBot.BotFramework.Tests.Activities;

/// <summary>Gives spaces for ever, a piece at a time, as a chunked body can.</summary>
internal sealed class EndlessStream(int piece) : Stream
{
    internal long Given { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var give = Math.Min(piece, count);
        buffer.AsSpan(offset, give).Fill((byte)' ');
        Given += give;
        return give;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
