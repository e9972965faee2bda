"""The benchmark's model in PyTorch on one thread: reads task.json and weights.f32 from a folder, prints times and losses."""

import array
import json
import sys
import time

import torch
import torch.nn.functional as F


def forward(config, p, rotations, tokens, previous):
    """Logits [rows, length, vocabulary] of tokens and those before them [rows, length]; p holds the parameters by name.

    rotations are the cosines and sines of each pair of a head's columns, [length, headWidth / 2, 2].
    """
    rows, length = tokens.shape
    width, heads = config["width"], config["heads"]
    hidden_future = torch.triu(torch.full((length, length), float("-inf")), 1)

    def norm(x, name):
        return F.layer_norm(x, (width,), p[name + ".gain"], p[name + ".bias"], 1e-5)

    def dense(x, name):
        return x @ p[name + ".weight"] + p[name + ".bias"]

    def rotate(part):
        x, y = part.unflatten(-1, (-1, 2)).unbind(-1)
        cosine, sine = rotations.unbind(-1)
        return torch.stack((x * cosine - y * sine, x * sine + y * cosine), -1).flatten(-2)

    stream = F.embedding(tokens, p["tokenEmbedding"]) + F.embedding(previous, p["previousEmbedding"])
    own_values = F.pad(F.embedding(tokens, p["valueEmbedding"]), (2 * width, 0))
    for layer in range(config["layers"]):
        block = f"block{layer}."
        qkv = dense(norm(stream, block + "norm1"), block + "qkv") + own_values
        query, key, value = qkv.view(rows, length, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
        scores = rotate(query) @ rotate(key).transpose(-2, -1) * (width // heads) ** -0.5 + hidden_future
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(rows, length, width)
        stream = stream + dense(mixed, block + "projection")
        hidden = F.relu(dense(norm(stream, block + "norm2"), block + "expand")).square()
        stream = stream + dense(hidden, block + "contract")
    return norm(stream, "finalNorm") @ p["head"]


def main(folder):
    torch.set_num_threads(1)
    with open(folder + "/task.json") as file:
        task = json.load(file)
    flat = array.array("f")
    with open(folder + "/weights.f32", "rb") as file:
        flat.frombytes(file.read())
    weights = torch.tensor(flat)
    parameters = {}
    for tensor in task["tensors"]:
        start, end = tensor["offset"], tensor["offset"] + tensor["size"]
        parameters[tensor["name"]] = weights[start:end].reshape(tensor["shape"]).clone().requires_grad_()
    config = task["config"]
    rotations = torch.tensor(task["rotations"]).view(config["contextLength"], -1, 2)
    optimizer = torch.optim.Adam(parameters.values(), task["learningRate"], betas=(0.9, 0.99), eps=1e-8)
    batches = [[torch.tensor(part).view(task["rows"], -1) for part in batch] for batch in task["batches"]]
    millis, losses = [], []
    for step in range(task["steps"]):
        tokens, previous, targets = batches[step % len(batches)]
        started = time.perf_counter()
        optimizer.zero_grad()
        logits = forward(config, parameters, rotations, tokens, previous)
        loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten())
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        millis.append(1000 * (time.perf_counter() - started))
    result = {"version": torch.__version__, "firstStepMs": millis[0], "millis": millis[1:], "losses": losses}
    print(json.dumps(result))


main(sys.argv[1])
