using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// What the serializers on System.Text.Json share: AWS's naming and date conventions, nulls left out, and every failure told as a
/// <see cref="JsonSerializerException"/> that names the type. LAMBDA_NET_SERIALIZER_DEBUG=true logs the documents.
/// </summary>
public abstract class AbstractLambdaJsonSerializer
{
    private readonly bool _debug;

    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        // The options are a struct: what a customizer changes in its copy is lost. The official package behaves so, too.
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
        _debug = string.Equals(
            Environment.GetEnvironmentVariable("LAMBDA_NET_SERIALIZER_DEBUG"), "true", StringComparison.OrdinalIgnoreCase);
    }

    protected JsonWriterOptions WriterOptions { get; }

    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            {
                InternalSerialize(writer, response);
            }

            LogWhenDebugging("Serialize", typeof(T), buffer);
            buffer.Position = 0;
            buffer.CopyTo(responseStream);
        }
        catch (Exception failure)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {failure.Message}",
                failure);
        }
    }

    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            using var buffer = new MemoryStream();
            requestStream.CopyTo(buffer);
            LogWhenDebugging("Deserialize", typeof(T), buffer);
            return InternalDeserialize<T>(buffer.ToArray());
        }
        catch (Exception failure)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {failure.Message}", failure);
        }
    }

    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters = { new DateTimeConverter(), new MemoryStreamConverter(), new ByteArrayConverter() },
    };

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    private void LogWhenDebugging(string action, Type type, MemoryStream json)
    {
        if (_debug)
        {
            Console.WriteLine($"Lambda {action} {type.FullName}: {System.Text.Encoding.UTF8.GetString(json.ToArray())}");
        }
    }
}
