using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Makes one shape of every handler that a function may have: a payload and a context in; nothing, a stream or an object out.
/// A handler without output answers with an empty body.
/// </summary>
public partial class HandlerWrapper : IDisposable
{
    private HandlerWrapper(LambdaBootstrapHandler handler, ILambdaSerializer serializer)
    {
        Handler = handler;
        Serializer = serializer;
    }

    public LambdaBootstrapHandler Handler { get; }

    internal ILambdaSerializer Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate) =>
        Streaming(invocation =>
        {
            var output = new MemoryStream();
            invokeDelegate(invocation.InputStream, invocation.LambdaContext, output);
            output.Position = 0;
            return Task.FromResult<Stream>(output);
        });

    /// <summary>Nothing is held here; the type is disposable because the official one is.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    private static HandlerWrapper Silent(Func<InvocationRequest, Task> handler, ILambdaSerializer serializer = null) =>
        new(
            async invocation =>
            {
                await handler(invocation);
                return new InvocationResponse(new MemoryStream(0), false);
            },
            serializer);

    private static HandlerWrapper Streaming(Func<InvocationRequest, Task<Stream>> handler, ILambdaSerializer serializer = null) =>
        new(async invocation => new InvocationResponse(await handler(invocation)), serializer);

    private static HandlerWrapper Serializing<TOutput>(Func<InvocationRequest, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(
            async invocation =>
            {
                var output = new MemoryStream();
                serializer.Serialize(await handler(invocation), output);
                output.Position = 0;
                return new InvocationResponse(output, false);
            },
            serializer);

    private static TInput Input<TInput>(ILambdaSerializer serializer, InvocationRequest invocation) =>
        serializer.Deserialize<TInput>(invocation.InputStream);

    private static Task Done(Action handler)
    {
        handler();
        return Task.CompletedTask;
    }
}
