using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Output.JsonSerialize and JsonDeserialize: inputs and outputs inside the value are written as their values.</summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> output, JsonSerializerOptions? options)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return new("", false, data.IsSecret, data.Resources);
        }

        var nested = new NestedOutputs();
        var json = JsonSerializer.Serialize(data.Value, nested.AddTo(options));
        return new(nested.AllKnown ? json : "", nested.AllKnown, data.IsSecret || nested.AnySecret, data.Resources.Union(nested.Resources));
    }

    public static async Task<OutputData<T>> DeserializeAsync<T>(Output<string> json, JsonSerializerOptions? options)
    {
        var data = await json.DataTask.ConfigureAwait(false);
        return data.IsKnown
            ? new(JsonSerializer.Deserialize<T>(data.Value, new NestedOutputs().AddTo(options))!, true, data.IsSecret, data.Resources)
            : OutputData<T>.Unknown(data.Resources, data.IsSecret);
    }

    private sealed class NestedOutputs : JsonConverterFactory
    {
        private static readonly Dictionary<Type, Type> Converters = new()
        {
            [typeof(Output<>)] = typeof(OutputConverter<>),
            [typeof(Input<>)] = typeof(InputConverter<>),
            [typeof(InputList<>)] = typeof(InputListConverter<>),
            [typeof(InputMap<>)] = typeof(InputMapConverter<>),
        };

        public bool AllKnown { get; private set; } = true;

        public bool AnySecret { get; private set; }

        public ImmutableHashSet<Resource> Resources { get; private set; } = [];

        public JsonSerializerOptions AddTo(JsonSerializerOptions? options)
        {
            var copy = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
            copy.Converters.Add(this);
            return copy;
        }

        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && Converters.ContainsKey(typeToConvert.GetGenericTypeDefinition());

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(
                Converters[typeToConvert.GetGenericTypeDefinition()].MakeGenericType(typeToConvert.GetGenericArguments()), this)!;

        /// <remarks>A converter can't await; by the time of the call the values come from settled tasks or from other threads.</remarks>
        public void Write<T>(Utf8JsonWriter writer, Output<T> output, JsonSerializerOptions options)
        {
            var data = output.DataTask.GetAwaiter().GetResult();
            Resources = Resources.Union(data.Resources);
            AllKnown &= data.IsKnown;
            if (data.IsKnown)
            {
                AnySecret |= data.IsSecret;
                JsonSerializer.Serialize(writer, data.Value, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    private sealed class OutputConverter<T>(NestedOutputs nested) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Output.Create(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options) => nested.Write(writer, value, options);
    }

    private sealed class InputConverter<T>(NestedOutputs nested) : JsonConverter<Input<T>>
    {
        public override Input<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T>(ref reader, options)!;

        public override void Write(Utf8JsonWriter writer, Input<T> value, JsonSerializerOptions options) =>
            nested.Write(writer, value.ToOutput(), options);
    }

    private sealed class InputListConverter<T>(NestedOutputs nested) : JsonConverter<InputList<T>>
    {
        public override InputList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<ImmutableArray<T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputList<T> value, JsonSerializerOptions options) =>
            nested.Write(writer, value.ToOutput(), options);
    }

    private sealed class InputMapConverter<T>(NestedOutputs nested) : JsonConverter<InputMap<T>>
    {
        public override InputMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<ImmutableDictionary<string, T>>(ref reader, options)!;

        public override void Write(Utf8JsonWriter writer, InputMap<T> value, JsonSerializerOptions options) =>
            nested.Write(writer, value.ToOutput(), options);
    }
}
