namespace Amazon.Lambda.Core;

/// <summary>Names the serializer of a function, or of an assembly's functions. Only class-library functions read it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    public Type SerializerType { get; set; } = serializerType;
}
