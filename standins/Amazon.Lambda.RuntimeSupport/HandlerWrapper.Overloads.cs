using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>All of the official overloads, so that a lambda expression binds (or is ambiguous) here exactly as it is there.</summary>
public partial class HandlerWrapper
{
    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) =>
        Silent(invocation => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        Silent(invocation => handler(invocation.InputStream));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Silent(invocation => handler(Input<TInput>(serializer, invocation)), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        Silent(invocation => handler(invocation.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        Silent(invocation => handler(invocation.InputStream, invocation.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Silent(invocation => handler(Input<TInput>(serializer, invocation), invocation.LambdaContext), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        Streaming(invocation => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        Streaming(invocation => handler(invocation.InputStream));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Streaming(invocation => handler(Input<TInput>(serializer, invocation)), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        Streaming(invocation => handler(invocation.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Streaming(invocation => handler(invocation.InputStream, invocation.LambdaContext));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Streaming(invocation => handler(Input<TInput>(serializer, invocation), invocation.LambdaContext), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => handler(), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => handler(invocation.InputStream), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => handler(Input<TInput>(serializer, invocation)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => handler(invocation.LambdaContext), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => handler(invocation.InputStream, invocation.LambdaContext), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => handler(Input<TInput>(serializer, invocation), invocation.LambdaContext), serializer);

    public static HandlerWrapper GetHandlerWrapper(Action handler) =>
        Silent(invocation => Done(() => handler()));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        Silent(invocation => Done(() => handler(invocation.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Silent(invocation => Done(() => handler(Input<TInput>(serializer, invocation))), serializer);

    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        Silent(invocation => Done(() => handler(invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Silent(invocation => Done(() => handler(invocation.InputStream, invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Silent(invocation => Done(() => handler(Input<TInput>(serializer, invocation), invocation.LambdaContext)), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        Streaming(invocation => Task.FromResult(handler()));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        Streaming(invocation => Task.FromResult(handler(invocation.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Streaming(invocation => Task.FromResult(handler(Input<TInput>(serializer, invocation))), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        Streaming(invocation => Task.FromResult(handler(invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Streaming(invocation => Task.FromResult(handler(invocation.InputStream, invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Streaming(invocation => Task.FromResult(handler(Input<TInput>(serializer, invocation), invocation.LambdaContext)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => Task.FromResult(handler()), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => Task.FromResult(handler(invocation.InputStream)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => Task.FromResult(handler(Input<TInput>(serializer, invocation))), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => Task.FromResult(handler(invocation.LambdaContext)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => Task.FromResult(handler(invocation.InputStream, invocation.LambdaContext)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Serializing(invocation => Task.FromResult(handler(Input<TInput>(serializer, invocation), invocation.LambdaContext)), serializer);
}
